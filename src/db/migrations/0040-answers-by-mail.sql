-- F7.3: a mailed answer that could not be taken is told of by one letter back, never by a second.

alter table circle_letter_keys add column refused_at timestamptz;
comment on column circle_letter_keys.refused_at is 'when a letter back said that an answer was not taken; there is one a key';
