/** A declaration as a form sends it, for tests. */
import type { Typed } from './group.ts';

export function typedGroup(more: Typed = {}): Typed {
  return {
    kind: 'voluntary',
    name: '川辺の会',
    reading: 'かわべのかい',
    purpose: '日向川の土手を歩いて、ごみを拾います。',
    fields: '7,3',
    areas: '本町、川沿い',
    founded: '2009年4月',
    memberCount: '１２人',
    seeks: '軽トラック',
    offers: '草刈り機の使いかた',
    phone: '000-0000-0001',
    email: 'kawabe@group.example',
    emailPublic: 'yes',
    ...more,
  };
}
