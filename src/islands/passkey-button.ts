// X1: <passkey-button> lets the device answer a challenge and sends what it answers with the form inside.

type Json = Record<string, unknown>;

const bytesOf = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0)).buffer;

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

const named = (list: unknown) =>
  ((list ?? []) as { id: string }[]).map((one) => ({ ...one, id: bytesOf(one.id) })) as PublicKeyCredentialDescriptor[];

function creation(options: Json): PublicKeyCredentialCreationOptions {
  const user = options.user as { id: string; name: string; displayName: string };
  return {
    ...(options as unknown as PublicKeyCredentialCreationOptions),
    challenge: bytesOf(options.challenge as string),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: named(options.excludeCredentials),
  };
}

function request(options: Json): PublicKeyCredentialRequestOptions {
  return {
    ...(options as unknown as PublicKeyCredentialRequestOptions),
    challenge: bytesOf(options.challenge as string),
    allowCredentials: named(options.allowCredentials),
  };
}

function answerOf(credential: PublicKeyCredential): Json {
  const { response } = credential;
  const common = {
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    clientExtensionResults: {},
    ...(credential.authenticatorAttachment ? { authenticatorAttachment: credential.authenticatorAttachment } : {}),
  };
  const clientDataJSON = textOf(response.clientDataJSON);
  if ('attestationObject' in response) {
    const made = response as AuthenticatorAttestationResponse;
    const transports = made.getTransports?.() ?? [];
    return { ...common, response: { clientDataJSON, attestationObject: textOf(made.attestationObject), transports } };
  }
  const shown = response as AuthenticatorAssertionResponse;
  return {
    ...common,
    response: {
      clientDataJSON,
      authenticatorData: textOf(shown.authenticatorData),
      signature: textOf(shown.signature),
      ...(shown.userHandle ? { userHandle: textOf(shown.userHandle) } : {}),
    },
  };
}

/** A device that has a passkey of this account already makes no second one (WebAuthn, excludeCredentials). */
const isKnown = (error: unknown): boolean => error instanceof DOMException && error.name === 'InvalidStateError';

class PasskeyButton extends HTMLElement {
  #waiting: AbortController | null = null;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const ready = this.querySelector<HTMLElement>('[data-ready]');
    if (!form || !ready || !('PublicKeyCredential' in window)) return;
    const unsupported = this.querySelector<HTMLElement>('[data-unsupported]');
    if (unsupported) unsupported.hidden = true;
    ready.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#waiting?.abort();
      this.ask(form).catch((error: unknown) => this.say(isKnown(error) ? this.dataset.known : this.dataset.failed));
    });
    if (this.dataset.offers) this.offer(form).catch(() => {});
  }

  /** The browser offers passkeys where the address is typed, and says nothing when there are none. */
  async offer(form: HTMLFormElement): Promise<void> {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    const publicKey = request(await this.challenge());
    this.#waiting = new AbortController();
    const found = await navigator.credentials.get({
      publicKey,
      mediation: 'conditional',
      signal: this.#waiting.signal,
    });
    if (found) this.send(form, found as PublicKeyCredential);
  }

  async ask(form: HTMLFormElement): Promise<void> {
    this.say('');
    const options = await this.challenge();
    const credential =
      this.dataset.does === 'make'
        ? await navigator.credentials.create({ publicKey: creation(options) })
        : await navigator.credentials.get({ publicKey: request(options) });
    if (credential) this.send(form, credential as PublicKeyCredential);
  }

  async challenge(): Promise<Json> {
    const answer = await fetch(this.dataset.challenge ?? '', {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    });
    if (!answer.ok) throw new Error(`the challenge was refused with ${answer.status}`);
    return answer.json();
  }

  send(form: HTMLFormElement, credential: PublicKeyCredential): void {
    const field = form.elements.namedItem('response');
    if (field instanceof HTMLInputElement) field.value = JSON.stringify(answerOf(credential));
    form.submit();
  }

  say(words = ''): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = words;
  }
}

customElements.define('passkey-button', PasskeyButton);
