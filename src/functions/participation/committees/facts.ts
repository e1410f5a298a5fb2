/** F9.9 What rules need to know of calls and sittings. */
import type { CallMethod, ObserverMethod } from './committee.ts';

export interface CallFacts {
  method: CallMethod;
  opens_at: Date;
  closes_at: Date;
  settled_at: Date | null;
}

export interface SittingFacts {
  starts_at: Date;
  ends_at: Date;
  cancelled_at: Date | null;
  observer_places: number;
  observer_method: ObserverMethod;
  observers_until: Date;
  observers_drawn_at: Date | null;
  minutes_version: number;
  /** YYYY-MM-DD */
  minutes_due_on: string;
}
