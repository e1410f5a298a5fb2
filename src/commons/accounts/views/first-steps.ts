import type { Lang } from '#kernel/lang.ts';
import { section } from '#ui/heading.ts';
import type { Html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import type { StepName } from '../first-steps.ts';
import { firstStepsWords } from '../first-steps-words.ts';

export function firstStepsList(lang: Lang, steps: readonly { name: StepName; href: string }[]): Html {
  const w = firstStepsWords(lang);
  return section({
    title: w.nextTitle,
    children: list(
      steps.map(({ name, href }) => listItem({ title: w[name].title, href, level: 3, body: w[name].text })),
    ),
  });
}
