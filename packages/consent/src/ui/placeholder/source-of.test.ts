// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://page.example/" }
import { expect, test } from 'vitest'
import { sourceOf } from './source-of.ts'

const held = (source: string) => {
  const iframe = document.createElement('iframe')
  iframe.dataset['src'] = source
  return iframe
}

test.each([
  ['https://video.example/embed/1?autoplay=1', 'video.example'],
  ['https://www.video.example/', 'video.example'],
  ['//maps.example:8443/', 'maps.example'],
  ['https://video.example@evil.example/', 'evil.example'],
])('names the host of %s', (address, name) => {
  expect(sourceOf(held(address))).toBe(name)
})

test.each(['data:text/html,hello', 'about:blank', 'https://'])('finds none in %s', address => {
  expect(sourceOf(held(address))).toBeUndefined()
})
