/** F1.1 What the acts on events answer, and which pages they change. */
export interface NamedEvent {
  id: string;
  title: string;
}

/** Pages that show an event. */
export function eventTags(event: { id: string; series_id?: string | null; host_id: string }): string[] {
  const series = event.series_id ? [`event-series:${event.series_id}`] : [];
  return ['events', `event:${event.id}`, ...series, `actor:${event.host_id}`, `group:${event.host_id}`];
}
