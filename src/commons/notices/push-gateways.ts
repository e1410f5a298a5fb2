/**
 * X3: where pushes may be sent. A browser names the address, so anybody could name any: only services of browsers are believed, or the town
 * could be made to knock at doors inside its own network. Pure.
 */
const GATEWAYS = [
  /^fcm\.googleapis\.com$/,
  /^([a-z0-9-]+\.)*push\.services\.mozilla\.com$/,
  /^([a-z0-9-]+\.)*push\.apple\.com$/,
  /^([a-z0-9-]+\.)*notify\.windows\.com$/,
];

export function isPushGateway(endpoint: string): boolean {
  const url = URL.parse(endpoint);
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    GATEWAYS.some((gateway) => gateway.test(url.hostname))
  );
}
