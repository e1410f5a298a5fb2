// X3: runs in the browser without a page: shows a push as a notification, and opens what it is about.

interface WorkerScope {
  addEventListener(kind: 'push', on: (event: PushArrival) => void): void;
  addEventListener(kind: 'notificationclick', on: (event: NotificationClick) => void): void;
  registration: ServiceWorkerRegistration;
  clients: { openWindow(url: string): Promise<unknown> };
  location: Location;
}
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface PushArrival extends Waiting {
  data: { json(): { title: string; body: string; url: string } } | null;
}
interface NotificationClick extends Waiting {
  notification: Notification;
}

const scope = self as unknown as WorkerScope;

scope.addEventListener('push', (event) => {
  if (!event.data) return;
  const { title, body, url } = event.data.json();
  // The newest takes the place of the one before: one notification, not many.
  event.waitUntil(scope.registration.showNotification(title, { body, tag: 'minna', data: { url } }));
});

scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = new URL(String(event.notification.data?.url ?? '/notices'), scope.location.origin);
  if (url.origin === scope.location.origin) event.waitUntil(scope.clients.openWindow(url.href));
});
