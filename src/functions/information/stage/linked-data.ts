/** F1.2, F1.4: a showcase as an Event of schema.org with its parts below it. Pure. */
import { actorData } from '#commons/actors/index.ts';
import { pictureAddress } from '#commons/files/index.ts';
import type { Hub } from '#kernel/context.ts';
import { tokyoDateTime } from '#kernel/dates.ts';
import { showcasePath, slotAnchor } from './addresses.ts';
import type { Hand, ShownShowcase, Slot } from './queries.ts';

export function showcaseData(
  showcase: ShownShowcase,
  slots: readonly Slot[],
  hands: readonly Hand[],
  hub: Pick<Hub, 'origin'>,
): Record<string, unknown> {
  const url = hub.origin + encodeURI(showcasePath(showcase));
  const online = showcase.kind === 'online';
  const location = {
    '@type': 'Place',
    name: showcase.place,
    ...(showcase.address ? { address: showcase.address } : {}),
  };
  const parts = slots.flatMap((slot) => {
    const hand = hands.find((one) => one.slot_id === slot.id && one.state === 'holding' && !one.hiding);
    if (!hand) return [];
    return {
      '@type': 'Event',
      name: hand.title,
      description: hand.about,
      startDate: tokyoDateTime(slot.starts_at),
      endDate: tokyoDateTime(slot.ends_at),
      url: `${url}#${slotAnchor(slot.id)}`,
      location,
      performer: { '@type': 'Organization', name: hand.group_name },
    };
  });
  return {
    '@type': showcase.kind === 'exhibition' ? 'ExhibitionEvent' : 'Event',
    '@id': url,
    url,
    name: showcase.title,
    description: showcase.about,
    ...(showcase.picture ? { image: pictureAddress(showcase.picture, hub.origin) } : {}),
    startDate: tokyoDateTime(showcase.starts_at),
    endDate: tokyoDateTime(showcase.ends_at),
    eventStatus: `https://schema.org/${showcase.cancelled_at ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${online ? 'Online' : 'Offline'}EventAttendanceMode`,
    location: online && showcase.link ? { '@type': 'VirtualLocation', url: showcase.link } : location,
    organizer: actorData({ id: showcase.host_id, kind: showcase.host_kind, name: showcase.host_name }, hub),
    ...(parts.length > 0 ? { subEvent: parts } : {}),
  };
}
