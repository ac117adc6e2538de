import fc from 'fast-check'
import { afterEach, beforeEach, expect } from 'vitest'

const throwOwn = (): never => {
  throw new Error('thrown by the value')
}

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const cyclic = () => {
  const value: Record<string, unknown> = { inner: {} }
  return Object.assign(value, { self: value, analytics: value })
}

/** An object 20,000 objects deep. All values share it, because it takes long to make. */
const DEEP = Array.from({ length: 20_000 }).reduce<object>(analytics => ({ analytics }), {})
const deep = () => ({ analytics: DEEP })

type Make = () => unknown

/** A few functions that make an invalid value, of different types. Each call makes a new value. */
const FEW: readonly Make[] = [
  ...[() => null, () => Number.NaN, () => -1e300, () => Symbol('analytics'), () => () => true],
  ...[() => '<img src=x onerror=alert(1)>', () => '__proto__', () => [null, undefined], deep],
  () => JSON.parse('{"__proto__":{"analytics":1},"constructor":{"prototype":{"analytics":true}}}'),
  () => Object.defineProperty({}, 'analytics', { enumerable: true, get: throwOwn }),
  () => new Proxy({}, new Proxy({}, { get: () => throwOwn })),
]

export const MANY: readonly Make[] = [
  ...FEW,
  ...[() => true, () => 0, () => Number.POSITIVE_INFINITY, () => 10n, () => ''],
  ...[() => 'constructor', () => '\u202eanalytics\u2066', () => '\ud800', () => 'x'.repeat(10_000)],
  ...[() => 'java\nscript:alert(1)', () => [], () => Array(1000).fill('analytics'), () => ({})],
  ...[() => Object.create(null), () => new Map([['analytics', true]]), () => new Date(8.64e15)],
  ...[() => new Date(Number.NaN), cyclic, () => new Promise(() => {}), revoked],
  () => ({ toString: throwOwn, toJSON: throwOwn }),
]

const oddValue: fc.Arbitrary<Make> = fc.oneof(
  fc.constantFrom(...MANY),
  fc.jsonValue().map(value => () => value),
)

/** Calls a function with each value in each place, then with a hundred random pairs. */
export const withOdd = async <Place>(
  places: readonly Place[],
  run: (place: Place, value: unknown) => unknown,
  values: readonly Make[] = FEW,
): Promise<void> => {
  const examples = places.flatMap(place => values.map((make): [Place, Make] => [place, make]))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), oddValue, async (place, make) => {
      await run(place, make())
    }),
    { examples, numRuns: examples.length + 100, seed: 1, endOnFailure: true },
  )
}

export const withEach = (run: (value: unknown) => void): void => {
  for (const make of MANY) run(make())
}

const isOwn = (error: unknown): boolean =>
  /thrown by the value|proxy that has been revoked|Cannot convert/.test(
    `${(error as Error).message}`,
  )

export const expectOwn = (error: unknown): void => {
  if (!isOwn(error)) throw error
}

/** Checks that an error is a complete `ConsentError`, or thrown by the value itself. */
export const expectRefusal = (error: unknown): void => {
  if (isOwn(error)) return
  expect(error).toMatchObject({ name: 'ConsentError', code: expect.any(String) })
  expect((error as Error).message).toMatch(
    /^[\w. ()-]+ is (missing|"(.|\n){0,80}")\. (This is .*\. )?Expected .{9}(.|\n)* See dist\/script\/docs\/README\.md#the-npm-package$/,
  )
}

/** Returns an object with a value at a path such as `texts.ko.banner` or `versions[]`. */
export const nested = (path: string, value: unknown): unknown =>
  path.split('.').reduceRight((inner, key) => {
    const [, name = '', list] = /^(.*?)(\[\])?$/.exec(key) ?? []
    return name ? Object.fromEntries([[name, list ? [inner] : inner]]) : inner
  }, value)

/** Adds an answer to `Object.prototype` in each test of a file. Nothing else may get there. */
export const withPollution = (): void => {
  const prototype = Object.prototype as { analytics?: unknown }
  beforeEach(() => {
    prototype.analytics = true
  })
  afterEach(() => {
    const entries = Object.entries(prototype)
    delete prototype.analytics
    expect(entries).toEqual([['analytics', true]])
  })
}

/** The keys of a type. A missing key does not compile, so tests notice new options. */
export const keysOf = <Type extends object>(
  keys: {
    readonly [Key in keyof Required<Type>]: true
  },
): readonly string[] => Object.keys(keys)
