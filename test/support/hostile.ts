import { expect } from 'vitest'

/** What a value of a test throws by itself when it is looked at. */
const OWN = 'thrown by the value'

const throwOwn = (): never => {
  throw new Error(OWN)
}

/** A proxy whose every answer is an error. */
const hostileProxy = () => new Proxy({}, new Proxy({}, { get: () => throwOwn }))

const revokedProxy = () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const cyclic = () => {
  const value: Record<string, unknown> = { inner: {} }
  value['self'] = value
  value['analytics'] = value
  return value
}

const deep = () => {
  let value: object = {}
  for (let depth = 0; depth < 20_000; depth += 1) value = { analytics: value }
  return value
}

/** What nobody should write, by what it is. Made anew each time. */
const HOSTILE: Readonly<Record<string, () => unknown>> = {
  null: () => null,
  true: () => true,
  zero: () => 0,
  'no number': () => Number.NaN,
  infinity: () => Number.POSITIVE_INFINITY,
  'a number far off': () => -1e300,
  'a big integer': () => 10n,
  'a symbol': () => Symbol('analytics'),
  'a function': () => () => true,
  'an empty text': () => '',
  __proto__: () => '__proto__',
  constructor: () => 'constructor',
  HTML: () => '<img src=x onerror=alert(1)>',
  'marks from right to left': () => '\u202eanalytics\u2066',
  'half a letter': () => '\ud800',
  '10 kB': () => 'x'.repeat(10_000),
  'a javascript address': () => 'java\nscript:alert(1)',
  'an empty list': () => [],
  'a list of nothing': () => [null, undefined],
  'a long list': () => Array.from({ length: 1000 }, () => 'analytics'),
  'an empty table': () => ({}),
  'a table without prototype': () => Object.create(null),
  'a table of names of the prototype': () =>
    JSON.parse('{"__proto__":{"analytics":1},"constructor":{"prototype":{"analytics":true}}}'),
  'a map': () => new Map([['analytics', true]]),
  'no date': () => new Date(Number.NaN),
  'a date far off': () => new Date(8.64e15),
  'what holds itself': cyclic,
  'what is deep': deep,
  'a promise': () => new Promise(() => {}),
  'what cannot be said': () => ({ toString: throwOwn, toJSON: throwOwn }),
  'a getter that throws': () =>
    Object.defineProperty({}, 'analytics', { enumerable: true, get: throwOwn }),
  'a proxy that throws': hostileProxy,
  'a proxy that is over': revokedProxy,
}

/** Whether a value has thrown by itself when it was looked at. */
const isOwn = (error: unknown): boolean =>
  /thrown by the value|proxy that has been revoked|Cannot convert/.test(
    `${(error as Error).message}`,
  )

/** By name and with what to write instead; or it is what the value itself has thrown. */
export const expectRefusal = (error: unknown): void => {
  if (isOwn(error)) return
  expect(error).toMatchObject({ name: 'ConsentError', code: expect.any(String) })
  expect((error as Error).message).toMatch(
    /^[a-z-]+: "(.|\n){0,80}" does not work; (write|use|name) .{9}/,
  )
}

const failure = (kind: string, error: unknown) =>
  new Error(`with ${kind}: ${(error as Error | undefined)?.stack}`)

/** One value of each sort, for tests that try them in a hundred places. */
const FEW: readonly string[] = [
  'null',
  'no number',
  'a number far off',
  'a symbol',
  'a function',
  'HTML',
  '__proto__',
  'a list of nothing',
  'a table of names of the prototype',
  'what is deep',
  'a getter that throws',
  'a proxy that throws',
]

/**
 * Calls `run` with each value, and names the value in the error when a call throws.
 *
 * @param kinds Which values. @default all of them
 */
export const withEach = (
  run: (value: unknown) => void,
  kinds: readonly string[] = Object.keys(HOSTILE),
): void => {
  for (const kind of kinds)
    try {
      run(HOSTILE[kind]?.())
    } catch (error) {
      throw failure(kind, error)
    }
}

/** Calls `run` with one value of each sort, as `withEach` does. */
export const withFew = (run: (value: unknown) => void): void => withEach(run, FEW)

/** Calls `run` with one value of each sort, and waits for each call before the next. */
export const withFewLater = async (run: (value: unknown) => Promise<void>): Promise<void> => {
  for (const kind of FEW)
    try {
      await run(HOSTILE[kind]?.())
    } catch (error) {
      throw failure(kind, error)
    }
}

/** Lists the keys of a type: what is missing, or is none, is an error of types. */
export const keysOf = <Type extends object>(
  keys: {
    readonly [Key in keyof Required<Type>]: true
  },
): readonly string[] => Object.keys(keys)
