// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://page.example/" }
import { expect, test } from 'vitest'
import { sourceOf } from './placeholder.ts'

const blocked = (source: string) => {
  const iframe = document.createElement('iframe')
  iframe.dataset['src'] = source
  return iframe
}

test.each([
  ['https://video.example/embed/1?autoplay=1', 'video.example'],
  ['https://www.video.example/', 'video.example'],
  ['//maps.example:8443/', 'maps.example'],
  ['https://video.example@evil.example/', 'evil.example'],
])('returns the host name of %s, without a leading www.', (address, name) => {
  expect(sourceOf(blocked(address))).toBe(name)
})

test.each(['data:text/html,hello', 'about:blank', 'https://'])(
  'returns undefined for %s',
  address => {
    expect(sourceOf(blocked(address))).toBeUndefined()
  },
)
