import { encodeRecord, type NotInferred, type ParseOptions } from '../core/index.ts'
import { isUnder } from '../options/forms.ts'
import { COOKIE_NAME } from '../shared/defaults.ts'
import { createTestConsent } from './create-test-consent.ts'

/** A cookie in the form that Playwright's `context.addCookies` accepts. */
export interface TestCookie {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly path: '/'
  /** The expiry in seconds since the epoch. */
  readonly expires: number
  readonly secure: boolean
  readonly sameSite: 'Lax'
}

/**
 * Creates the cookie of a visitor who has decided, with the value that the SDK would store.
 *
 * ```ts
 * await context.addCookies([grantedCookie(options, { analytics: true }, 'https://site.example')])
 * ```
 *
 * @param options The options of `createConsent`. For a script tag: `{ policy: { version },
 *   categories: { analytics: {} } }`.
 * @param choices The answers. A category that is missing stays unanswered.
 * @param url An address of the tested site. The cookie is for the address's host, or for the domain
 *   of `options.cookie` if the host belongs to this domain. @default 'http://localhost', with every
 *   port
 * @throws Error if no answer is stored, as with empty `choices` or with `restricted`. ConsentError
 *   if an option is invalid, unless `NODE_ENV` is `production`.
 */
export const grantedCookie = <Category extends string>(
  { policy, categories, cookie, language, restricted }: ParseOptions<Category>,
  choices: { readonly [Name in NotInferred<Category>]?: boolean | undefined },
  url = 'http://localhost',
): TestCookie => {
  const consent = createTestConsent({ policy, categories, cookie, language, restricted })
  consent.decide(choices)
  const { record } = consent.$state.get()
  if (!record)
    throw new Error('There is no answer to store. Expected choices, such as { analytics: true }.')
  const { hostname, protocol } = new URL(url)
  const domain = cookie?.domain
  return {
    name: cookie?.name ?? COOKIE_NAME,
    value: encodeRecord(record),
    domain: domain && isUnder(hostname, domain) ? domain.replace(/^\.?/, '.') : hostname,
    path: '/',
    expires: record.e,
    secure: protocol === 'https:',
    sameSite: 'Lax',
  }
}
