import { describe, expect, test } from 'vitest';
import { errorAt, errorSummary } from './error-summary.ts';
import { checkbox, fieldId, form, radioGroup, selectField, textArea, textField } from './fields.ts';
import { formWords as words } from './gallery/words.ts';
import { toText } from './html.ts';

const evil = `"><script>alert('x')</script>`;

describe('fields', () => {
  test('tie label, hint, example and error to the input', () => {
    const field = toText(
      textField(
        { name: 'a.b[0]', label: '名', hint: 'ヒント', example: 'れい', error: 'だめ', required: true, value: evil },
        words,
      ),
    );
    expect(fieldId('a.b[0]')).toBe('f-a-b-0-');
    expect(field).toContain('<label for="f-a-b-0-">');
    expect(field).toContain('aria-describedby="f-a-b-0--hint f-a-b-0--example f-a-b-0--error"');
    expect(field).toContain('aria-invalid="true"');
    expect(field).toContain(' required ');
    expect(field).toContain(words.required);
    expect(field).not.toContain('<script>');
  });

  test('keep what was typed, to the first line end', () => {
    expect(toText(textArea({ name: 't', label: 't', value: '\nあ<' }, words))).toContain('>\n\nあ&lt;</textarea>');
    expect(
      toText(
        selectField(
          {
            name: 's',
            label: 's',
            value: 'b',
            choices: [
              { value: 'a', text: 'A' },
              { value: 'b', text: 'B' },
            ],
          },
          words,
        ),
      ),
    ).toContain('<option value="b" selected>');
    expect(toText(checkbox({ name: 'c', label: 'c', checked: true }, words))).toContain(' checked>');
  });

  test('a limit is said in words where no script runs, and never cuts text off', () => {
    const area = toText(textArea({ name: 't', label: 't', limit: 400 }, words));
    expect(area).toContain('400字まで');
    expect(area).not.toContain('maxlength');
  });

  test('the error summary’s link lands on the first choice of a group', () => {
    const group = toText(
      radioGroup(
        {
          name: 'r',
          label: 'r',
          choices: [
            { value: '1', text: '一' },
            { value: '2', text: '二', disabled: true, reason: 'まだ' },
          ],
        },
        words,
      ),
    );
    expect(toText(errorSummary('だめ', [{ field: 'r', message: 'えらぶ' }]))).toContain('href="#f-r"');
    expect(group).toContain('id="f-r" ');
    expect(group).toContain('id="f-r-2"');
    expect(group).toContain('まだ');
  });

  test('errors without a field stand in the summary alone', () => {
    expect(errorSummary('だめ', [])).toBeNull();
    expect(toText(errorSummary('だめ', [{ message: evil }]))).not.toContain('<script>');
    expect(errorAt([{ message: 'a' }, { field: 'x', message: 'b' }, { field: 'x', message: 'c' }], 'x')).toBe('b');
  });

  test('a form with files is multipart, and the server checks', () => {
    const markup = toText(form({ action: '/x', files: true, children: 'x' }));
    expect(markup).toContain('enctype="multipart/form-data"');
    expect(markup).toContain(' novalidate');
  });
});
