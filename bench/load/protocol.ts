/** What a measurement asks of the load generator, and what it hears back. */

export interface Load {
  /** connections take turns over these */
  ports: readonly number[];
  connections: number;
  /** the turn ends after so many milliseconds, or when `most` requests are answered */
  milliseconds: number;
  most: number;
  /** whole requests, head and body, as they go out */
  requests: readonly string[];
  /** which request is sent when; begun again at its end unless `once`. Connections take turns */
  order: Uint32Array;
  /** no request is sent twice: the turn ends with the order */
  once: boolean;
  /** where in `order` this turn begins */
  from: number;
  status: number;
  /** an answer with a shorter body is a mistake */
  leastBytes: number;
}

export interface LoadResult {
  seconds: number;
  answered: number;
  bodyBytes: number;
  /** answers with another status or too short a body, and connections that were lost */
  mistakes: number;
  firstMistake: string;
  /** place in `order` that the next turn may begin with */
  next: number;
  /** places in `order` whose request was answered as expected; only of `once` loads */
  acknowledged: Uint32Array;
  /** of each answered request, in milliseconds */
  latencies: Float32Array;
}
