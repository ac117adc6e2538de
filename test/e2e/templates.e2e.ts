import { expect } from '@playwright/test'
import { forbid } from '../support/forbidden.ts'
import { test } from '../support/visitor.ts'

const CONTENT = `<template data-consent="analytics">
  <script data-src="/film/a.js"></script>
  <img data-src="/film/b.png" alt="">
  <img data-srcset="/film/c.png 1x" alt="">
  <link rel="stylesheet" data-href="/film/d.css">
  <video data-poster="/film/e.png"></video>
  <iframe data-src="/film/g" title="Film"></iframe>
  <div data-href="/film/f">No address</div>
</template><p></p>`

const ADDRESSES = ['a.js', 'b.png', 'c.png', 'd.css', 'e.png', 'g'].map(name => `/film/${name}`)

test('the addresses of a template that are in data- attributes are requested at the grant and not before, on every element, and its iframes are emptied at the withdrawal [1, 62]', {
  tag: '@firefox',
}, async ({ visitor, page }) => {
  const requests: string[] = []
  await page.route('**/film/*', route => {
    requests.push(new URL(route.request().url()).pathname)
    return route.fulfill({ body: 'window.hasRun = true' })
  })
  await visitor.opens({ body: CONTENT })
  await expect(visitor.banner).toBeVisible()
  await visitor.settles()
  forbid('requests before the grant', requests)
  expect(visitor.faults).toEqual([])

  await visitor.accepts()
  await expect.poll(() => [...requests].sort()).toEqual(ADDRESSES)
  await expect(page.locator('div[data-href="/film/f"]')).toHaveCount(1)
  // A script that has not run by the withdrawal loads again at the next grant.
  await page.waitForFunction(() => 'hasRun' in window)
  await visitor.decides(false)
  await expect(page.locator('iframe[title="Film"]')).not.toHaveAttribute('src')
  await visitor.decides(true)
  await visitor.settles()
  // Only an iframe is emptied at the withdrawal, and loads again.
  expect(requests.slice(ADDRESSES.length)).toEqual(['/film/g'])
})
