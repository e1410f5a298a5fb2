/** X12: everything an operator may set, from the command line and the environment, checked once. */
import { parseArgs } from 'node:util';
import type { FileSettings } from '#commons/files/setting.ts';
import { type LlmSettings, llmSettings } from '#commons/language-model/setting.ts';
import { daysBetween, tokyoDate } from '#kernel/dates.ts';

export interface Settings {
  demo: boolean;
  port: number;
  host: string;
  dataDir: string;
  role: 'web' | 'worker' | 'all';
  /** moves Minna's calendar so that today is this Tokyo date; the hours run on */
  today: string | null;
  databaseUrl: string | null;
  databaseAppUrl: string | null;
  /** a replica for reads that may be seconds old; its user is that of `databaseAppUrl`, or else of `databaseUrl` */
  databaseReadUrl: string | null;
  /** false: the pooler before the database keeps no prepared statements (PgBouncer before 1.21) */
  databasePrepare: boolean;
  /** scheme and host of the first hub as browsers see it */
  origin: string | null;
  trustedProxies: string;
  /** how long a closing web process still answers, with /readyz at 503, so that the proxy notices */
  drainSeconds: number;
  metricsToken: string | null;
  /** where files are kept and what scans them */
  files: FileSettings;
  /** the model that may phrase drafted points; null: nothing is ever sent anywhere */
  llm: LlmSettings | null;
  /** where everybody signs in, for towns on unrelated domains: the address of one of them; null: each town by itself */
  accountsOrigin: string | null;
  /** file that names the providers of OpenID Connect (docs/operating.md) */
  oidcFile: string | null;
}

export class SettingMistake extends Error {}

export function settingsFrom(args: readonly string[], env: Record<string, string | undefined>): Settings {
  const { values } = parse(args);
  const port = Number(values.port ?? env.MINNA_PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SettingMistake('--port takes a number from 0 to 65535');
  const role = values.role ?? 'all';
  if (role !== 'web' && role !== 'worker' && role !== 'all')
    throw new SettingMistake('--role takes web, worker or all');
  const today = values.today ?? null;
  if (today !== null && (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today))))
    throw new SettingMistake('--today takes a date like 2026-11-22');
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl && !/^(postgres(ql)?:\/\/|socket:|\/|embedded:)/.test(databaseUrl))
    throw new SettingMistake('DATABASE_URL takes an address like postgres://user:password@db.example.jp/minna');
  if (role !== 'all' && !databaseUrl)
    throw new SettingMistake(
      '--role web and --role worker need DATABASE_URL: the packaged database serves one process only',
    );
  const databaseReadUrl = env.MINNA_DATABASE_READ_URL || null;
  if (databaseReadUrl && !databaseUrl)
    throw new SettingMistake('MINNA_DATABASE_READ_URL needs DATABASE_URL: the packaged database has no replica');
  return {
    demo: values.demo === true,
    port,
    host: values.host ?? env.MINNA_HOST ?? '127.0.0.1',
    dataDir: values.data ?? env.MINNA_DATA ?? 'data',
    role,
    today,
    databaseUrl,
    databaseAppUrl: env.MINNA_DATABASE_APP_URL || null,
    databaseReadUrl,
    databasePrepare: env.MINNA_DATABASE_PREPARE !== 'no',
    drainSeconds: drainOf(env.MINNA_DRAIN_SECONDS),
    origin: originOf(env.MINNA_ORIGIN),
    trustedProxies: env.MINNA_TRUSTED_PROXIES ?? '',
    metricsToken: env.MINNA_METRICS_TOKEN || null,
    files: fileSettings(env),
    llm: llmOf(env),
    accountsOrigin: originOf(env.MINNA_ACCOUNTS_ORIGIN, 'MINNA_ACCOUNTS_ORIGIN'),
    oidcFile: env.MINNA_OIDC_FILE || null,
  };
}

function llmOf(env: Record<string, string | undefined>): LlmSettings | null {
  try {
    return llmSettings(env);
  } catch (error) {
    throw error instanceof TypeError ? new SettingMistake(error.message) : error;
  }
}

function fileSettings(env: Record<string, string | undefined>): FileSettings {
  const clamd = env.MINNA_CLAMD || null;
  if (clamd !== null && !/^(\/|[^/]+:\d+$)/.test(clamd))
    throw new SettingMistake('MINNA_CLAMD takes host:port, or the path of a socket');
  const endpoint = env.MINNA_S3_ENDPOINT;
  if (!endpoint) return { s3: null, clamd };
  const [bucket, key, secret] = [env.MINNA_S3_BUCKET, env.MINNA_S3_KEY, env.MINNA_S3_SECRET];
  if (!bucket || !key || !secret || !URL.canParse(endpoint))
    throw new SettingMistake(
      'MINNA_S3_ENDPOINT takes an address, and needs MINNA_S3_BUCKET, MINNA_S3_KEY and MINNA_S3_SECRET',
    );
  return { s3: { endpoint, bucket, key, secret, region: env.MINNA_S3_REGION || 'us-east-1' }, clamd };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        demo: { type: 'boolean' },
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        role: { type: 'string' },
        today: { type: 'string' },
      },
    });
  } catch (error) {
    throw new SettingMistake(`${(error as Error).message.split('. ')[0]}. See ./minna --help`);
  }
}

function drainOf(text: string | undefined): number {
  const seconds = Number(text || 0);
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > 15)
    throw new SettingMistake('MINNA_DRAIN_SECONDS takes 0 to 15 seconds');
  return seconds;
}

function originOf(text: string | undefined, name = 'MINNA_ORIGIN'): string | null {
  if (!text) return null;
  try {
    return new URL(text).origin;
  } catch {
    throw new SettingMistake(`${name} takes an address like https://minna.example.jp`);
  }
}

/** The clock of this process: the real one, or moved by whole days to --today. */
export function clockFor(today: string | null): () => Date {
  if (today === null) return () => new Date();
  const shift = daysBetween(tokyoDate(new Date()), today) * 86_400_000;
  return () => new Date(Date.now() + shift);
}
