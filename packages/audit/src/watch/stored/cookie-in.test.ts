import { expect, test } from 'vitest'
import { cookieIn } from './cookie-in.ts'

const NOW = Date.UTC(2026, 0, 1)
const read = (line: string, url = 'https://www.shop.example/a/b?c') => cookieIn(line, url, NOW)

test('reads name, domain, path and expiry of a cookie', () => {
  expect(read('id=a=b; Domain=.Shop.example; Path=/; Max-Age=60; Expires=x; HttpOnly')).toEqual({
    ...{ name: 'id', domain: '.shop.example', path: '/', httpOnly: true },
    expires: NOW / 1000 + 60,
  })
  expect(read('id=1')).toMatchObject({ domain: 'www.shop.example', path: '/a', expires: -1 })
  expect(read('id=1; expires=Fri, 02 Jan 2026 00:00:00 GMT')?.expires).toBe(NOW / 1000 + 86_400)
})

test.each(['id=; Max-Age=0', 'id=; expires=Thu, 01 Jan 1970 00:00:00 GMT', 'no cookie', '=1'])(
  'reads no cookie in %s',
  line => {
    expect(read(line)).toBeUndefined()
    expect(cookieIn(line, 'https://shop.example/', NOW + 999)).toBeUndefined()
  },
)
