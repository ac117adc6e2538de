import { expect, test } from 'vitest'
import { ownLanguage } from '../shared/languages.ts'
import { details as en } from '../words/en/details.ts'
import { details as ja } from '../words/ja/details.ts'
import { details as ko } from '../words/ko/details.ts'
import type { Declared } from './complete.ts'
import { detailsOf } from './details-of.ts'
import { GOOGLE } from './google-rules.ts'

const WORDS = { en, ko, ja }

test.each<[string, Declared, readonly string[]]>([
  [
    'ko',
    { name: 'Google Analytics', recipients: [GOOGLE], cookies: ['_ga', '_gid'] },
    [
      '이용 통계 분석, 서비스 개선',
      '방문 페이지, 페이지 제목, 이전 페이지, 클릭, 시각, 대략적인 지역, 브라우저, 언어, 기기, 화면 크기, IP 주소, 쿠키 식별자(_ga, _ga_*)',
      'Google LLC (미국), 이용 시 전송',
      '쿠키 최대 13개월, Google은 이 사이트의 설정에 따라 최대 14개월',
    ],
  ],
  [
    'en',
    { name: 'Own statistics', recipients: [] },
    ['Not stated', 'Not stated', 'Only this site', 'Not stated'],
  ],
  [
    'ja',
    { name: 'Google Tag Manager', recipients: GOOGLE },
    [
      'サイトのタグの実行',
      '日時、ブラウザ、IPアドレス、タグごとの収集項目',
      'Google LLC (米国), 利用時に送信',
      'Googleでは最長14日、タグごとの期間',
    ],
  ],
  [
    'en',
    {
      name: 'Chat',
      recipients: [{ company: 'Chat Inc.', country: 'DE' }, { company: 'Talk Inc.' }],
      retention: { seconds: 86_400 },
      collects: [
        { id: 'messages', words: { en: 'messages' } },
        { id: 'files', words: {} },
      ],
      purposes: { site: { en: 'Answers' } },
    },
    ['Answers', 'messages, files', 'Chat Inc. (Germany), Talk Inc.', '1 day'],
  ],
  [
    'ko',
    {
      name: 'Chat',
      recipients: { company: 'Chat Inc.' },
      retention: { until: { en: 'The chat ends' } },
      collects: [{ id: 'messages', words: { en: 'messages' } }],
      purposes: { site: { en: 'Answers' } },
    },
    ['명시되지 않음', '명시되지 않음', 'Chat Inc.', '명시되지 않음'],
  ],
  [
    'en',
    { name: 'Chat', recipients: 'not-stated', retention: 'not-stated' },
    ['Not stated', 'Not stated', 'Not stated', 'Not stated'],
  ],
])('the banner says in %s of %o', (language, declared, expected) => {
  expect(detailsOf(declared, WORDS[ownLanguage(language)], language)).toEqual(expected)
})
