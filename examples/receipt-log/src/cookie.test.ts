import { describe, expect, test } from 'vitest'
import {
  type ConsentRecord,
  encodeRecord,
} from '../../../packages/consent/src/core/record/record.ts'
import { DAY, giveEvent, NOW } from '../test/samples.ts'
import { startApp } from '../test/start-app.ts'
import { readConfig } from './config.ts'
import { deletedCookies, renewedCookie } from './cookie.ts'

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
    return [answer.statusCode, ...[answer.headers['set-cookie']].flat()]
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

describe("a server's cookie is deleted", () => {
  const deleted = (
    header: string | undefined,
    { host = 'www.shop.co.kr', isSecure = true, gpc = false, SERVER_COOKIES = '' } = {},
  ) => deletedCookies({ header, host, isSecure, gpc }, readConfig({ SERVER_COOKIES }), NOW)
  const refused = `${NAME}=${encoded({ c: { analytics: 0 }, m: 'withdraw' })}`
  const granted = `${NAME}=${encoded({ c: { analytics: 1 } })}`
  const GA = 'analytics/Google Analytics'

  test('for each domain that the page may have given it, partitioned or not, with the values that a deletion needs', () => {
    const scopes = ['', 'www.shop.co.kr', 'shop.co.kr', 'co.kr'].flatMap(domain => {
      const scope = domain && `; Domain=${domain}`
      const deletion = `FPID=; Max-Age=0; Path=/${scope}; SameSite=Lax; Secure`
      return [deletion, `${deletion}; Partitioned`]
    })
    expect(deleted(`${refused}; FPID=FPID2.2.a%3D`)).toEqual(scopes)
  })

  test('over http without Secure, with which browsers would reject the deletion', () => {
    expect(deleted(`FPID=1; ${refused}`, { host: 'shop.test', isSecure: false })).toEqual([
      'FPID=; Max-Age=0; Path=/; SameSite=Lax',
      'FPID=; Max-Age=0; Path=/; Domain=shop.test; SameSite=Lax',
    ])
  })

  test.each(['localhost', '192.0.2.7', '[2001:db8::7]', 'intranet'])(
    'on %s, which has no parent domain, for the host alone',
    host => {
      const deletion = 'FPID=; Max-Age=0; Path=/; SameSite=Lax; Secure'
      const expected = [deletion, `${deletion}; Partitioned`]
      expect(deleted(`FPID=1; ${refused}`, { host })).toEqual(expected)
    },
  )

  const names = (...args: Parameters<typeof deleted>) => [
    ...new Set(deleted(...args).map(header => header.split('=')[0])),
  ]

  test.each([
    ['a refusal', refused, ['FPID', 'FPLC']],
    ['no decision', 'session=1', ['FPID', 'FPLC']],
    ['a record of another category', `${NAME}=${encoded({ c: { ads: 1 } })}`, ['FPID', 'FPLC']],
    ['an expired grant', `${NAME}=${encoded({ t: NOW - 9, e: NOW })}`, ['FPID', 'FPLC']],
    ['two records that contradict each other', `${granted}; ${refused}`, ['FPID', 'FPLC']],
    ['a grant without this service', `${NAME}=${encoded({ x: [GA] })}`, ['FPID', 'FPLC']],
    ['a grant without another service', `${NAME}=${encoded({ x: ['analytics/Chat'] })}`, []],
    ['a grant', granted, []],
  ])('after %s or not', (_, record, expected) => {
    expect(names(`FPID=1; ${record}; FPLC=2`)).toEqual(expected)
  })

  test('under Global Privacy Control, unless the visitor has decided with it', () => {
    expect(names(`FPID=1; ${granted}`, { gpc: true })).toEqual(['FPID'])
    const decided = `${NAME}=${encoded({ c: { analytics: 1 }, g: 1 })}`
    expect(names(`FPID=1; ${decided}`, { gpc: true })).toEqual([])
  })

  test('if the request has it and SERVER_COOKIES lists it, by its exact name', () => {
    expect(names(undefined)).toEqual([])
    expect(names(refused)).toEqual([])
    expect(names(`xFPID=1; FPIDx=2; fpid=3; a=FPID=1; ${refused}`)).toEqual([])
    const SERVER_COOKIES = '__Host-a=marketing, __Secure-b=analytics, c=marketing/Chat & more'
    const header = `FPID=1; __Host-a=1; __Secure-b=1; c=1; d=1; ${granted}`
    expect(names(header, { SERVER_COOKIES })).toEqual(['__Host-a', 'c'])
  })

  test('with at most three others in one response, so that no proxy rejects its headers', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f']
    const SERVER_COOKIES = all.map(name => `${name}=analytics`).join()
    const header = all.map(name => `${name}=1`).join('; ')
    expect(names(header, { SERVER_COOKIES })).toEqual(['a', 'b', 'c', 'd'])
  })
})

test('after a withdrawal the endpoint sets the record again and deletes the cookies of servers for the host of the page, whatever host a proxy uses', async () => {
  const { app } = await startApp()
  const record = `${NAME}=${encoded({ c: { analytics: 0 }, m: 'withdraw' })}`
  const headers = { cookie: `FPID=1; ${record}`, host: '127.0.0.1:4323' }
  const ask = (more: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/cookie', headers: { ...headers, ...more } })
  const origin = 'https://www.example.com'
  const { headers: answer } = await ask({ origin, 'sec-fetch-site': 'same-origin' })
  const [renewed, ...deletions] = [answer['set-cookie']].flat()
  expect(renewed).toMatch(new RegExp(`^${record}; Max-Age=`))
  expect(deletions).toHaveLength(6)
  expect(deletions).toContain('FPID=; Max-Age=0; Path=/; Domain=example.com; SameSite=Lax; Secure')
  const elsewhere = await ask({ origin, 'sec-fetch-site': 'cross-site' })
  expect([elsewhere.statusCode, elsewhere.headers['set-cookie']]).toEqual([403, undefined])
  const signal = await ask({ cookie: `FPID=1; ${NAME}=${encoded()}`, 'sec-gpc': '1' })
  expect([signal.headers['set-cookie']].flat().at(-1)).toMatch(/^FPID=; Max-Age=0; /)
})
