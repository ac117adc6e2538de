import { encodeRecord } from '../../packages/consent/src/core/record/record.ts'

/** A cookie value that grants at a time in seconds, and lists of values made of it that do not. */
export const oddCookies = (
  now: number,
): { readonly value: string; readonly odd: readonly (readonly string[])[] } => {
  const grant = {
    v: 1,
    p: '2',
    h: 'abcdefghijklmnopqrstuv',
    l: 'ko',
    t: now - 1000,
    e: now + 1000,
    c: { analytics: 1, marketing: 1 },
    x: ['analytics/Chat'],
    m: 'accept',
    s: 'banner',
    g: 1,
    n: 3,
    r: 'abcdefghijklmnopqrstuv',
  } as const
  const json = JSON.stringify(grant)
  const value = encodeRecord(grant)
  const replaced = (part: object) => encodeRecord({ ...grant, ...part })
  const odd: readonly (readonly string[])[] = [
    ...['', '\0', '\ud800', '한', value.slice(0, 40), value.slice(40)].map(text => [text]),
    ...['%', '.', '$', '"', '@', '한'].map(letter => [
      `${value.slice(0, 9)}${letter}${value.slice(10)}`,
    ]),
    ...[btoa(value), json, encodeURIComponent(json), `"${value}"`].map(text => [text]),
    // Answers and a field that are inherited from a prototype.
    ...['__proto__', 'constructor'].map(name => [
      btoa(json.replace('"c":{', `"c":{"${name}":{`).replace('},"x"', '}},"x"')),
    ]),
    [btoa(json.replace('"n":3', '"__proto__":{"n":3}'))],
    [replaced({ r: 'x'.repeat(1024) })],
    [value, replaced({ n: 4 })],
    [replaced({ n: 4 }), value],
    [value, 'x'],
  ]
  return { value, odd }
}
