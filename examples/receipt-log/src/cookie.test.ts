import { expect, test } from 'vitest'
import {
  type ConsentRecord,
  encodeRecord,
} from '../../../packages/consent/src/core/record/record.ts'
import { DAY, giveEvent, NOW } from '../test/samples.ts'
import { startApp } from '../test/start-app.ts'
import { renewedCookie } from './cookie.ts'

const NAME = 'spaceone_consent'

const encoded = (changes: Partial<ConsentRecord> = {}) =>
  encodeRecord({ ...giveEvent().record, r: 'a'.repeat(22), ...changes })

const renew = (header: string | undefined, isSecure = true, domain?: string) =>
  renewedCookie(header, { name: NAME, domain }, isSecure, NOW)

test('the cookie is set again with the same value, until the decision expires and not longer [30]', () => {
  const value = encoded({ t: NOW - 150 * DAY, e: NOW + 30 * DAY })
  const expected = `${NAME}=${value}; Max-Age=${30 * DAY}; Path=/; SameSite=Lax; Secure`
  expect(renew(`${NAME}=${value}`)).toBe(expected)
  expect(renew(`session=1;  ${NAME}=${value} ; x${NAME}=y`)).toBe(expected)
  expect(renew(`${NAME}=${value}; ${NAME}=${value}`)).toBe(expected)
})

test('the cookie has Secure on https only, Domain when configured, and never HttpOnly', () => {
  const header = `${NAME}=${encoded()}`
  expect(renew(header, false)).not.toContain('Secure')
  expect(renew(header)).not.toContain('Domain')
  expect(renew(header, true, '.example.com')).toContain('; Domain=.example.com; ')
  expect(renew(header)).not.toContain('HttpOnly')
})

const value = encoded()

// record.test.ts in packages/consent shows which records are invalid.
test.each([
  ['no cookie at all', undefined],
  ['cookies of other names', `session=1; x${NAME}=${value}; ${NAME}x=${value}`],
  ['a text that is no record', `${NAME}=bnVsbA`],
  ['two cookies that contradict each other', `${NAME}=${value}; ${NAME}=${encoded({ n: 2 })}`],
  ['an expired record', `${NAME}=${encoded({ t: NOW - 9, e: NOW })}`],
  ['a value with an attribute in it', `${NAME}=${value},Domain=evil.example`],
  ['a line break', `${NAME}=${value}\r\nSet-Cookie: a=b`],
])('no cookie is set for %s', (_, header) => {
  expect(renew(header)).toBeUndefined()
})

test("the endpoint sets the cookie for the page's scheme, whatever scheme a proxy uses, and no cookie without a valid record [30]", async () => {
  const { app } = await startApp()
  const cookie = `${NAME}=${encoded()}`
  const host = 'shop.example'
  const ask = async (headers: Record<string, string>) => {
    const answer = await app.inject({ method: 'POST', url: '/cookie', headers })
    return [answer.statusCode, answer.headers['set-cookie']]
  }
  expect(await ask({ cookie, host, origin: `https://${host}` })).toEqual([
    ...[204, expect.stringMatching(new RegExp(`^${cookie}; Max-Age=\\d+; .*Secure$`))],
  ])
  expect(await ask({ cookie, host, origin: `http://${host}` })).toEqual([
    ...[204, expect.not.stringContaining('Secure')],
  ])
  expect(await ask({ cookie, host, origin: 'https://evil.example' })).toEqual([403, undefined])
  expect(await ask({ cookie: 'a=b' })).toEqual([204, undefined])
})
