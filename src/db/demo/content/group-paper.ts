/** A group of the demo town that has no e-mail, as it filled in its sheet. */
export const paperGroup = {
  kind: 'voluntary',
  name: '水曜編み物の会',
  reading: 'すいようあみもののかい',
  purpose: '水曜の午後に集まり、編み物をしながら近況を話します。編んだひざかけは、冬の前に施設に届けます。',
  fields: '1,6',
  areas: '西地区',
  founded: '昭和58年10月',
  memberCount: '9人',
  seeks: '使わなくなった毛糸',
  offers: '編み物の手ほどき',
  representative: '大野 タケ',
  phone: '000-0000-0983',
  phonePublic: 'yes',
};
