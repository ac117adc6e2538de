import {
  type Consent,
  type ConsentOptions,
  type ConsentRecord,
  createStore,
  memoryStorage,
  type NotInferred,
} from '../core/index.ts'

/** Options of `createTestConsent`, which starts no services and does not use `delivery`. */
export type TestConsentOptions<ServiceName extends string = string> = Partial<
  Omit<ConsentOptions<string, ServiceName>, 'categories'>
>

/**
 * Creates a consent for tests, with the type and the logic of that of `createConsent`. The record
 * and the history are in memory, not in cookies or `localStorage`. Works in Node.js.
 *
 * ```ts
 * const consent = createTestConsent({ ...options, granted: ['analytics'] })
 * consent.withdraw('analytics')
 * ```
 *
 * With `granted` and without `restricted`, the visitor has granted these categories and refused the
 * others. Without the option `categories`, the consent has only the categories in `granted`.
 *
 * @throws ConsentError if an option is invalid, unless `NODE_ENV` is `production`.
 */
export function createTestConsent<Category extends string, ServiceName extends string = string>(
  options: TestConsentOptions<ServiceName> &
    Pick<ConsentOptions<Category, ServiceName>, 'categories'> & {
      readonly granted?: readonly NotInferred<Category>[] | undefined
    },
): Consent<Category, ServiceName>
export function createTestConsent<Category extends string, ServiceName extends string = string>(
  options: TestConsentOptions<ServiceName> & {
    readonly categories?: undefined
    readonly granted: readonly Category[]
  },
): Consent<Category, ServiceName>
export function createTestConsent({
  granted,
  ...given
}: TestConsentOptions & {
  readonly categories?: ConsentOptions<string>['categories'] | undefined
  readonly granted?: readonly string[] | undefined
}): Consent<string> {
  const { categories = Object.fromEntries((granted ?? []).map(name => [name, {}])) } = given
  const options = { policy: { version: '1' }, ...given, categories }
  const names = Object.keys(categories)
  let kept: readonly ConsentRecord[] = []
  const consent = createStore(options, {
    isDetached: true,
    storage: memoryStorage(),
    history: {
      read: () => kept,
      contradicts: () => false,
      add: (...records) => {
        kept = [...records, ...kept]
      },
      erase: () => {
        kept = []
      },
    },
    signals: { gpc: false },
  })
  if (granted)
    // Includes granted names that are no category, so that `decide` throws an error for them.
    consent.decide(
      Object.fromEntries([...names, ...granted].map(name => [name, granted.includes(name)])),
    )
  return consent
}
