/** F9.9 The panels of the demo town: announced, listed, drawn, with replies and reserves that moved up. */
import { announcePanel } from '#functions/participation/panels/announce-panel.ts';
import { drawPanel } from '#functions/participation/panels/draw-panel.ts';
import { fixList } from '#functions/participation/panels/fix-list.ts';
import { recordReply } from '#functions/participation/panels/record-reply.ts';
import { addDays } from '#kernel/dates.ts';
import { type DemoPanel, panels } from './content/panels.ts';
import type { Story } from './story.ts';
import { moment } from './timeline.ts';

export async function tellPanels(story: Story): Promise<void> {
  for (const panel of panels) await tellPanel(story, panel);
}

async function tellPanel(story: Story, panel: DemoPanel): Promise<void> {
  const division = story.speaker(panel.division);
  const at = (day: number, hours: number) => moment(addDays(story.today, day), hours);
  const { title, about, held: heldText, contact, strata, source, list, drawn, replies } = panel;
  const { id } = await story.tell(at(panel.announced, 9), division, announcePanel, {
    title,
    about,
    heldText,
    contact,
    size: String(panel.size),
    strata,
    source: 'event',
    sourceText: source.text,
    sourceOn: addDays(story.today, source.day),
  });
  if (list) await story.tell(at(list.day, 10), division, fixList, { id, csv: csvOf(panel) });
  if (!drawn) return;
  const { chance, evidence } = drawn;
  const result = await story.tell(at(drawn.day, 11), division, drawPanel, { id, chance, evidence });
  for (const turn of replies?.accepted ?? [])
    await story.tell(at(replies!.day, 13), division, recordReply, {
      id,
      number: result.drawn[turn],
      reply: 'accepted',
    });
  for (const turn of replies?.declined ?? [])
    await story.tell(at(replies!.day + 1, 13), division, recordReply, {
      id,
      number: result.drawn[turn],
      reply: 'declined',
    });
}

/** Numbers say nothing of whom they stand for; the contacts are made up like everything here. */
function csvOf({ key, strata, list }: DemoPanel): string {
  const people = list!.candidates.flatMap((of) => Array.from({ length: of.people }, () => of.strata));
  const number = (at: number) => `${key.slice(0, 1).toUpperCase()}${String(1001 + ((at * 137) % people.length))}`;
  const lines = people.map((of, at) =>
    [number(at), ...of, `ひなた市 見本町${1 + (at % 9)}丁目 見本 ${at + 1}`].join(','),
  );
  return `番号,${strata.split('、').join(',')},連絡先\n${lines.join('\n')}\n`;
}
