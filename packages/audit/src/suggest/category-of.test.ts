import { expect, test } from 'vitest'
import { categoryOf } from './category-of.ts'

test.each([
  ['Microsoft Clarity', 'www.clarity.ms', 'analytics'],
  ['Channel Talk', 'cdn.channel.io', 'support'],
  ['Google Ads', 'googleads.g.doubleclick.net', 'marketing'],
  ['Google Analytics', 'www.googletagmanager.com', 'analytics'],
  ['YouTube', 'www.youtube.com', 'media'],
  ['Google Fonts', 'fonts.gstatic.com', 'media'],
  ['chat.example', 'chat.example', 'analytics'],
])('%s on %s is in the category %s', (name, host, category) =>
  expect(categoryOf(name, [host])).toBe(category),
)
