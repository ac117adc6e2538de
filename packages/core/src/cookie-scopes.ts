/**
 * Gives every `Domain` under which a page of this host may have set a cookie, the host itself
 * first. Which of them is a public suffix only the browser knows: it ignores what it must, and so it
 * does with the parts of an IP address.
 *
 * @param host Such as `www.shop.co.kr`; `localhost` has none.
 */
export const cookieDomains = (host: string): readonly string[] => {
  const labels = host.split('.')
  return labels.map((_, at) => labels.slice(at).join('.')).slice(0, -1)
}

/** Gives every `Path` under which a page at this path may have set a cookie, `/` first. */
export const cookiePaths = (path: string): readonly string[] => {
  const ends = [...path.matchAll(/[^/](?=\/|$)/g)].map(({ index = 0 }) => index + 1)
  return ['/', ...ends.flatMap(end => [path.slice(0, end), `${path.slice(0, end)}/`])]
}
