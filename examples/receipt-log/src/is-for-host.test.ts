import { expect, test } from 'vitest'
import { isForHost } from './is-for-host.ts'

// refused-requests.test.ts shows which requests are refused.

const PUBLIC = 'https://www.example.com'

test.each<[string, string, boolean]>([
  ['https://www.example.com', 'www.example.com', true],
  ['https://www.example.com', 'WWW.Example.COM', true],
  ['https://www.example.com', 'www.example.com:443', true],
  ['https://WWW.example.com:443', 'www.example.com', true],
  ['http://www.example.com', 'www.example.com:80', true],
  ['https://www.example.com:8443', 'www.example.com:8443', true],
  ['http://[::1]:4323', '[::1]:4323', true],
  ['https://www.example.com', 'www.example.com:80', false],
  ['http://www.example.com', 'www.example.com:443', false],
  ['https://www.example.com', 'www.example.com:8443', false],
  ['https://www.example.com:8443', 'www.example.com', false],
  ['https://www.example.com', 'example.com', false],
  ['https://www.example.com', 'www.example.com.other.example', false],
  ['https://www.example.com', 'user@www.example.com', false],
  ['https://www.example.com', '', false],
])('with the public origin %s the host %j is accepted: %j', (origin, host, expected) => {
  expect(isForHost({ url: '/events', headers: { host } }, origin)).toBe(expected)
  expect(isForHost({ url: '/events', headers: { ':authority': host } }, origin)).toBe(expected)
  const target = `https://${host}/events?to=https://www.example.com`
  expect(isForHost({ url: target, headers: {} }, origin)).toBe(expected)
})

test('an absolute request target, in capitals too, counts before the header Host, and a missing header is another host', () => {
  const [own, other] = ['www.example.com', 'other.example']
  const isOwn = (url: string, host: string) => isForHost({ url, headers: { host } }, PUBLIC)
  expect(isOwn(`HTTP://${other}`, own)).toBe(false)
  expect(isOwn(`/events?to=http://${own}/`, other)).toBe(false)
  expect(isForHost({ url: '/events', headers: {} }, PUBLIC)).toBe(false)
})
