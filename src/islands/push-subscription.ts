// X3: <push-subscription> asks the browser for a subscription and hands it to the form around it.

class PushSubscriptionForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const ready = this.querySelector<HTMLElement>('[data-ready]');
    const unsupported = this.querySelector<HTMLElement>('[data-unsupported]');
    if (!form || !ready || !unsupported || !('serviceWorker' in navigator) || !('PushManager' in window)) return;
    unsupported.hidden = true;
    ready.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.subscribe(form).catch(() => this.say(this.dataset.failed));
    });
  }

  async subscribe(form: HTMLFormElement): Promise<void> {
    if ((await Notification.requestPermission()) !== 'granted') {
      this.say(this.dataset.blocked);
      return;
    }
    const worker = await navigator.serviceWorker.register('/push-worker.js');
    await navigator.serviceWorker.ready;
    const subscription = await worker.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: this.dataset.key ?? '',
    });
    const { endpoint = '', keys = {} } = subscription.toJSON();
    const given: Record<string, string> = {
      endpoint,
      publicKey: keys.p256dh ?? '',
      auth: keys.auth ?? '',
      device: deviceName(navigator.userAgent),
    };
    for (const [name, value] of Object.entries(given)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    form.submit();
  }

  say(words = ''): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = words;
  }
}

/** Enough to know one's own device again: browser and system. */
function deviceName(agent: string): string {
  const first = (names: readonly (readonly [RegExp, string])[]) => names.find(([sign]) => sign.test(agent))?.[1] ?? '';
  const browser = first([
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const system = first([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
  ]);
  return [browser, system].filter((name) => name !== '').join(', ');
}

customElements.define('push-subscription', PushSubscriptionForm);
