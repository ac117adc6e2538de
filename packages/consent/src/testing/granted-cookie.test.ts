import { expect, test } from 'vitest'
import { parseConsent } from '../server.ts'
import { grantedCookie } from './granted-cookie.ts'

const OPTIONS = { policy: { version: '2024-01-18' }, categories: { analytics: {}, marketing: {} } }

test('creates a cookie that parseConsent reads as the decision', () => {
  const cookie = grantedCookie(OPTIONS, { analytics: true, marketing: false })
  const { state } = parseConsent(`${cookie.name}=${cookie.value}`, OPTIONS)
  expect(state).toMatchObject({ status: 'decided', pending: [] })
  expect({ ...state.granted }).toEqual({ analytics: true, marketing: false })
  expect(cookie.expires).toBe(state.record?.e)
})

test('leaves a category unanswered when the choices do not name the category', () => {
  const { name, value } = grantedCookie(OPTIONS, { analytics: true })
  expect(parseConsent(`${name}=${value}`, OPTIONS).state.pending).toEqual(['marketing'])
})

test('uses the host of the address, or the cookie domain of the options when the host belongs to the domain', () => {
  const { domain, secure, path } = grantedCookie(OPTIONS, { analytics: true })
  expect({ domain, secure, path }).toEqual({ domain: 'localhost', secure: false, path: '/' })
  const shared = { ...OPTIONS, cookie: { name: 'choice', domain: 'site.example' } }
  expect(grantedCookie(shared, { analytics: true }, 'https://www.site.example/en/')).toMatchObject({
    name: 'choice',
    domain: '.site.example',
    secure: true,
  })
  expect(grantedCookie(shared, { analytics: true }, 'http://othersite.example')).toMatchObject({
    domain: 'othersite.example',
  })
})

test('throws when the choices contain no answer', () => {
  expect(() => grantedCookie(OPTIONS, {})).toThrow('There is no answer to store')
  // @ts-expect-error misspelt
  expect(() => grantedCookie(OPTIONS, { analyics: true })).toThrow('analyics')
})
