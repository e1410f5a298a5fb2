/** X8: what the operator sets, known to web and worker. */
import { createHmac } from 'node:crypto';

export interface ApiSetting {
  /** the deployment's secret, from which the signing key of each webhook is derived: so none is kept */
  secret: string;
  /** true: webhooks may lead into the operator's own network, and without TLS */
  allowsPrivate: boolean;
}

let opened: ApiSetting | null = null;

/** Called once by web and worker. */
export function openPrograms(setting: ApiSetting): void {
  opened = setting;
}

export function allowsPrivate(): boolean {
  return opened?.allowsPrivate ?? false;
}

/** 32 bytes, the same in every process; null where nothing is sent: in a command. `turn`: how often its owner renewed it. */
export function signingKey(hubId: number, webhookId: string, turn = 0): Buffer | null {
  const name = `webhook ${hubId} ${webhookId}${turn === 0 ? '' : ` ${turn}`}`;
  return opened && createHmac('sha256', opened.secret).update(name).digest();
}

/** `MINNA_WEBHOOKS_PRIVATE=1` in the environment. */
export function apiSetting(secret: string, environment: Record<string, string | undefined>): ApiSetting {
  return { secret, allowsPrivate: environment.MINNA_WEBHOOKS_PRIVATE === '1' };
}
