// @vitest-environment happy-dom
import { render } from 'preact'
import { expect, onTestFinished, test } from 'vitest'
import { h } from './h.ts'

test('ignores properties of Object.prototype when elements are created [46, 49]', () => {
  const polluted = { innerHTML: '<b>x</b>', title: 'x' }
  Object.assign(Object.prototype, polluted)
  onTestFinished(() => {
    for (const name of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, name)
  })
  const Words = ({ title }: { readonly title?: string }) => <p>{title ?? 'ours'}</p>
  const place = document.createElement('div')
  render(
    <section class="card">
      <Words />
      <hr />
    </section>,
    place,
  )
  expect(place.querySelector('b')).toBe(null)
  expect(place.textContent).toBe('ours')
})
