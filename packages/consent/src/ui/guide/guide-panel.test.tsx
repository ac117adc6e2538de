// @vitest-environment happy-dom
import { render } from 'preact'
import { expect, test, vi } from 'vitest'
import { text as en } from '../../words/en/guide.ts'
import { text as ja } from '../../words/ja/guide.ts'
import { text as ko } from '../../words/ko/guide.ts'
import { h } from '../later-parts/h.ts'
import type { PartProps } from '../later-parts/part-props.ts'
import { GuidePanel } from './guide-panel.tsx'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

const draw = (browser: string | undefined, text = en, language = 'en') => {
  const props = {
    parts: { guide: { text }, language },
    options: {},
    visit: { browser },
    onVisit: () => {},
  } as unknown as PartProps
  const root = document.createElement('div')
  render(<GuidePanel {...props} />, root)
  return root
}

const stepOf = (root: Element, title: string) =>
  [...root.querySelectorAll('section')].find(
    section => section.querySelector('h3')?.textContent === title,
  )

test.each([
  [en, 'en', 'Last checked on November 26, 2026.'],
  [ko, 'ko', '마지막 확인: 2026년 11월 26일'],
  [ja, 'ja', '最終確認日は2026年11月26日です。'],
])('says when the steps were last checked (%#)', (text, language, words) => {
  expect(draw('chrome', text, language).querySelector('.checked')?.textContent).toBe(words)
})

test('names no browser when the visitor uses an unknown app, and shows the menus of iOS 17 to its users', () => {
  const visit = (userAgent: string, browser?: string) => {
    vi.stubGlobal('navigator', { userAgent })
    return draw(browser)
  }
  const app = visit(`${IPHONE} Mobile/15E148 TossApp/5.250.0`)
  expect(app.textContent).toContain(en.steps.inApp)
  expect(app.textContent).not.toMatch(/You appear to be using|This browser/)
  expect(stepOf(app, en.steps.tasks.advertisingId)?.textContent).toContain('Privacy & Security')
  const labels = (root: Element) =>
    [...(stepOf(root, en.steps.tasks.blockAll)?.querySelectorAll('li') ?? [])].map(
      ({ textContent }) => textContent,
    )
  expect(labels(visit(`${IPHONE} Version/17.6 Mobile/15E148 Safari/604.1`))).toEqual([
    ...['Settings', 'Safari', 'Advanced', 'Block All Cookies'],
  ])
  expect(labels(visit('', 'safari-ios'))).toContain('Apps')
})
