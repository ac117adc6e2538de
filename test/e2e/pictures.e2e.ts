import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { descriptionOf } from '../../scripts/lib/png-text.mjs'
import { PICTURES, showPart } from '../../scripts/lib/readme-pictures.mjs'
import { test } from '../support/loopback.ts'

for (const picture of PICTURES)
  test(`the README’s picture of the ${picture.name} shows the text that visitors read today`, {
    tag: '@only-chromium',
  }, async ({ page, portal }) => {
    const text = await showPart(page, portal.address, picture)
    // If this fails, run `npm run pictures`.
    expect(descriptionOf(readFileSync(picture.file))).toBe(text)
    expect(readFileSync('README.md', 'utf8')).toContain(`(.github/images/${picture.name}.png)`)
  })
