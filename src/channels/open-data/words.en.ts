import type { SameWords } from '#kernel/words.ts';
import type { ja } from './words.ja.ts';

export const en: SameWords<typeof ja> = {
  title: 'Data and sources',
  lead: 'Everything public here may be used as data. People appear only by the name they chose.',
  licence: {
    title: 'Terms of use',
    text: 'Creative Commons Attribution 4.0 International (CC BY 4.0): copy it, change it, sell what you make of it, as long as you say where it is from.',
    cite: (name) => `How to cite: “${name} (CC BY 4.0)”`,
    link: 'The licence in full',
  },
  files: {
    title: 'Whole files',
    lead: 'Each is what stands here at this moment. The CSV opens in any spreadsheet (UTF-8 with a byte order mark).',
    columns: 'Columns',
    perPage:
      'Opinions, statements and answers of one proposal or one round are offered as data at the foot of its page.',
  },
  forms: { csv: 'CSV', json: 'JSON', atom: 'Atom', ics: 'Calendar (iCalendar)', geojson: 'Map (GeoJSON)' },
  catalogue: {
    title: (name) => `${name}: catalogue of open data`,
    heading: 'Catalogue',
    lead: 'For data portals and programs.',
    jsonld: 'DCAT-AP (JSON-LD)',
    turtle: 'DCAT-AP (Turtle)',
    package: 'Data Package (Table Schema)',
    national: 'List of open data in the national columns (CSV)',
    sitemap: 'Sitemap (XML)',
    api: 'For programs (API)',
  },
  dataset: {
    readHere: 'Read it on a page',
    files: 'Files',
    columns: 'Columns',
    heading: 'Heading',
    program: 'Name for programs',
    type: 'Holds',
    csvw: 'Description of the columns (CSV on the Web)',
    changes:
      'The ETag changes whenever something in it does. Ask with If-None-Match, and it is not sent again while it is the same.',
  },
  types: {
    text: 'text',
    integer: 'whole number',
    number: 'number',
    flag: 'true or false',
    day: 'date (2026-11-23)',
    moment: 'date and time (UTC)',
    minute: 'date and time (Japan, to the minute)',
    address: 'address (URL)',
  },
  sources: {
    title: 'Sources and software',
    design:
      'Colours and components: design tokens of the Digital Agency design system (MIT). Signs: Material Symbols (Apache-2.0).',
    journal: 'Anybody can copy the whole journal and verify it.',
    software:
      'This site runs on Minna, free software (AGPL-3.0-or-later). Anybody may read it, change it and use it for their own town.',
    source: 'The source code that runs here now (zip)',
  },
  national: {
    name: 'List of open data',
    category: 'government and participation',
    frequency: 'as it changes',
    hasApi: 'yes',
  },
};
