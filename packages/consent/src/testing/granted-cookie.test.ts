import { expect, test } from 'vitest'
import { parseConsent } from '../server.ts'
import { grantedCookie } from './granted-cookie.ts'

const OPTIONS = { policy: { version: '2024-01-18' }, categories: { analytics: {}, marketing: {} } }

test('creates a cookie that parseConsent reads as the decision, leaves other categories unanswered, and throws without an answer', () => {
  const { name, value, expires } = grantedCookie(OPTIONS, { analytics: true })
  const { state } = parseConsent(`${name}=${value}`, OPTIONS)
  expect(state).toMatchObject({ status: 'decided', pending: ['marketing'] })
  expect({ ...state.granted }).toEqual({ analytics: true, marketing: false })
  expect(expires).toBe(state.record?.e)
  expect(() => grantedCookie(OPTIONS, {})).toThrow('There is no answer to store')
  // @ts-expect-error misspelt
  expect(() => grantedCookie(OPTIONS, { analyics: true })).toThrow('analyics')
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
