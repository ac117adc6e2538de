import { expect } from 'vitest'

/** The message of errors that a test value throws itself when its properties are read. */
const OWN = 'thrown by the value'

const throwOwn = (): never => {
  throw new Error(OWN)
}

/** Returns a proxy that throws at every operation. */
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

/**
 * Invalid values that a developer might pass as an option, by kind. Each call creates a new value.
 */
const HOSTILE: Readonly<Record<string, () => unknown>> = {
  null: () => null,
  true: () => true,
  zero: () => 0,
  NaN: () => Number.NaN,
  infinity: () => Number.POSITIVE_INFINITY,
  'a huge negative number': () => -1e300,
  'a big integer': () => 10n,
  'a symbol': () => Symbol('analytics'),
  'a function': () => () => true,
  'an empty text': () => '',
  __proto__: () => '__proto__',
  constructor: () => 'constructor',
  HTML: () => '<img src=x onerror=alert(1)>',
  'characters that reverse the direction': () => '\u202eanalytics\u2066',
  'an unpaired surrogate': () => '\ud800',
  '10 kB': () => 'x'.repeat(10_000),
  'a javascript address': () => 'java\nscript:alert(1)',
  'an empty list': () => [],
  'a list of null and undefined': () => [null, undefined],
  'a long list': () => Array.from({ length: 1000 }, () => 'analytics'),
  'an empty object': () => ({}),
  'an object without prototype': () => Object.create(null),
  'an object with names of the prototype': () =>
    JSON.parse('{"__proto__":{"analytics":1},"constructor":{"prototype":{"analytics":true}}}'),
  'a map': () => new Map([['analytics', true]]),
  'an invalid date': () => new Date(Number.NaN),
  'the last possible date': () => new Date(8.64e15),
  'a cyclic object': cyclic,
  'a deeply nested object': deep,
  'a promise': () => new Promise(() => {}),
  'an object whose toString throws': () => ({ toString: throwOwn, toJSON: throwOwn }),
  'a getter that throws': () =>
    Object.defineProperty({}, 'analytics', { enumerable: true, get: throwOwn }),
  'a proxy that throws': hostileProxy,
  'a revoked proxy': revokedProxy,
}

/** Returns whether an error was thrown by the test value itself. */
const isOwn = (error: unknown): boolean =>
  /thrown by the value|proxy that has been revoked|Cannot convert/.test(
    `${(error as Error).message}`,
  )

/** Checks that an error was thrown by the test value itself. */
export const expectOwn = (error: unknown): void => {
  if (!isOwn(error)) throw error
}

/**
 * Checks that an error is a `ConsentError` whose message has the value and the expected form, or an
 * error thrown by the test value itself.
 */
export const expectRefusal = (error: unknown): void => {
  if (isOwn(error)) return
  expect(error).toMatchObject({ name: 'ConsentError', code: expect.any(String) })
  expect((error as Error).message).toMatch(
    /^[\w. ()-]+ is (missing|"(.|\n){0,80}")\. (This is .*\. )?Expected .{9}(.|\n)* See dist\/script\/docs\/README\.md#the-npm-package$/,
  )
}

const failure = (kind: string, error: unknown) =>
  new Error(`with ${kind}: ${(error as Error | undefined)?.stack}`)

/** One value of each type, for tests that try each value in a hundred places. */
const FEW: readonly string[] = [
  'null',
  'NaN',
  'a huge negative number',
  'a symbol',
  'a function',
  'HTML',
  '__proto__',
  'a list of null and undefined',
  'an object with names of the prototype',
  'a deeply nested object',
  'a getter that throws',
  'a proxy that throws',
]

/**
 * Calls `run` with each invalid value, and adds the kind of value to the error when a call throws.
 *
 * @param kinds The kinds of values to try. @default all of them
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

/** Calls `run` with one invalid value of each type, as `withEach` does. */
export const withFew = (run: (value: unknown) => void): void => withEach(run, FEW)

/** Calls `run` with one invalid value of each type, and waits for each call before the next. */
export const withFewLater = async (run: (value: unknown) => Promise<void>): Promise<void> => {
  for (const kind of FEW)
    try {
      await run(HOSTILE[kind]?.())
    } catch (error) {
      throw failure(kind, error)
    }
}

/**
 * Returns the keys of a type. A missing or unknown key is a compile error, so tests notice new
 * options.
 */
export const keysOf = <Type extends object>(
  keys: {
    readonly [Key in keyof Required<Type>]: true
  },
): readonly string[] => Object.keys(keys)
