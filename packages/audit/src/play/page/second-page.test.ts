import { expect, test } from 'vitest'
import { chooseSecondPage } from './second-page.ts'

const PAGE = 'https://www.shop.co.kr/ko/'

test.each<[string, readonly string[], string | undefined]>([
  ['a page of the same origin', ['https://m.shop.co.kr/', `${PAGE}about`], `${PAGE}about`],
  ['a page of the same site', ['https://m.shop.co.kr/news'], 'https://m.shop.co.kr/news'],
  [
    'no other site, other protocol, file, session, form result or same page',
    [
      ...['https://other.co.kr/', 'mailto:a@shop.co.kr', `${PAGE}a.pdf`, `${PAGE}logout`],
      ...[`${PAGE}sign-in`, `${PAGE}?page=2`, `${PAGE}list?q=1`, `${PAGE}#top`, PAGE, 'x'],
    ],
    undefined,
  ],
])('chooses as the second page %s', (_, links, expected) => {
  expect(chooseSecondPage(PAGE, links)).toBe(expected)
})
