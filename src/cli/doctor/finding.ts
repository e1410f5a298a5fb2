/** X12: what the doctor found: one line each, well or ill; a note is neither (what it could not look at, or need not). */
export type CheckName =
  | 'database'
  | 'server'
  | 'app-role'
  | 'town-walls'
  | 'migrations'
  | 'indexes'
  | 'clock'
  | 'listening'
  | 'replica'
  | 'time-zone'
  | 'disk'
  | 'keys'
  | 'journal'
  | 'files'
  | 'mail'
  | 'letters'
  | 'workers'
  | 'jobs'
  | 'web'
  | 'address';

export interface Finding {
  check: CheckName;
  state: 'well' | 'ill' | 'note';
  /** numbers and names for the sentence */
  with: Readonly<Record<string, string | number>>;
}

export function well(check: CheckName, values: Finding['with'] = {}): Finding {
  return { check, state: 'well', with: values };
}

export function ill(check: CheckName, values: Finding['with'] = {}): Finding {
  return { check, state: 'ill', with: values };
}

export function note(check: CheckName, values: Finding['with'] = {}): Finding {
  return { check, state: 'note', with: values };
}
