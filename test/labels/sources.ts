import type { BrowserId } from '../../packages/consent/src/guide/detect-browser.ts'

const APPS = 'no menu known: the app keeps cookies of its own, and none of its settings was seen'
const LINK_ONLY =
  'no menu shown: only old or single texts were found, and no label of private windows'

/**
 * The sources of the guide's texts, for each browser and for the phone's `advertisingId`: of the
 * labels, of their order and of the help page, in all three languages. They stand below the day on
 * which the row was compared with them. `checked` of each language's texts is the oldest day.
 *
 * "Korea's template" is the template of Korea's guideline on privacy policies of April 2025, as
 * public policies quote it.
 */
export const SOURCES: Record<string, Partial<Record<BrowserId | 'advertisingId', string>>> = {
  '2026-11-26': {
    'chrome-android':
      'Chromium’s string tables for Android (142); the Japanese switch by the desktop’s of 156, which shares its words; "New Incognito tab": Korea’s template and public Japanese manuals; "All time" by the desktop’s table, since its preference preselects an hour',
    'firefox-android':
      'strings.xml of Firefox for Android in mozilla/gecko-dev 021882fa (2025), Korean and Japanese; its own tests for the boxes, which are all ticked at first',
    ie: 'Article 9 of the policy that names it; Microsoft’s documents on Azure Machine Learning (deletion) and Azure accounts (InPrivate), Korean and Japanese; Korean and Japanese manuals for "Advanced"',
    'naver-app': APPS,
    kakaotalk: APPS,
    line: APPS,
    instagram: APPS,
    facebook: APPS,
    'in-app': APPS,
    advertisingId:
      'public Korean and Japanese policies of 2025 and 2026: iOS "앱이 추적을 요청하도록 허용", "アプリからのトラッキング要求を許可"; Android "광고 ID 삭제", "広告 ID を削除"',
  },
  '2026-11-27': {
    chrome: 'string tables of Chromium 156.0.8078.108 (Debian), by `npm run labels`',
    'chrome-ios':
      'Chromium’s string table for iOS (2025): "Delete browsing data", "Browsing data", "Cookies, site data", "Confirm", "Delete data"; its Korean and Japanese tables for iOS for "쿠키, 사이트 데이터", "Cookie、サイトデータ", "新しいシークレット タブ"; the other labels by the desktop’s tables of 156, whose strings are the same, also for "All time", since its preference preselects 15 minutes. The table has labels of a cookie setting that no manual shows: the guide says only that none is known',
    edge: 'a Korean policy of 2026 that follows Microsoft’s help; Microsoft’s documents on an LMS add-in (the two switches, English and Japanese), on Azure in Korean and Japanese, and its support blog in Japanese ("See all cookies…"); manuals for "Clear browsing data" (Korean and Japanese, down to "Clear now", with the period, which is an hour at first); Microsoft’s documents for the new InPrivate windows. Korean sources write the switch as "읽을 수 있도록 허용(권장)" (2026) and "읽도록 허용(권장)" (Azure, older policies): both are shown. No Korean source names the list of all cookies: brackets mark that description. That this list shows main domains is not confirmed: "may"',
    'edge-android': LINK_ONLY,
    'edge-ios': LINK_ONLY,
    safari:
      'Apple’s string tables of macOS 12, which have every label but the tabs’: "Block all cookies", "Prevent cross-site tracking", "Manage Website Data…", "Remove", "Remove All", "New Private Window"; public manuals in each language for "Advanced"; Netflix’s help for "Block all cookies" below it',
    'safari-ios':
      'a Korean policy of 2026 that follows Apple’s help; Apple’s string tables of iOS 15 for "Private" in English and Japanese, the Korean Privacy Guides for "개인정보 보호" among the tab groups; manuals of iOS 26 for ⧉ behind ⋯, without a label; public manuals in each language for "Website Data", the swipe and "Remove All Website Data"; Korea’s template for the menus without "Apps"',
    firefox: 'string tables of Firefox ESR 153.8 (Debian), by `npm run labels`',
    'firefox-ios':
      'string tables of Firefox for iOS (2025); the rest of its menus was not seen in order, nor "New Private Tab" in the menu that it has since 142',
    samsung:
      'Korea’s template for the private mode, with "시작", and public policies for the deletion, in Korean; public manuals in English for both; no Japanese source, so that its sentences quote no label',
    whale:
      'a Korean manual of Whale 3.19 (2023) and public Korean texts for the address and the menu of the deletion, so that it has labels in Korean only; no help page and no label of private windows was found',
    opera: LINK_ONLY,
    brave:
      'Brave’s string tables by a fork of 2025, also for "New Private Window" (in sentence case but on the Mac); public code for the address that deletes, whose page preselects an hour as Chromium’s does',
    vivaldi: LINK_ONLY,
    duckduckgo:
      'DuckDuckGo’s code for macOS (2025) for "New Fire Window", which has no Korean or Japanese texts; only old or single texts for the rest',
    other: 'no menu known: general sentences',
  },
}
