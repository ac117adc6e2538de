import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    'sign-in': 'ログイン中のアカウント',
  },
  services: {
    'Sign-in': {
      site: 'ログイン状態の維持',
      necessary: 'これがないと、ページごとにログインし直す必要があります。',
    },
  },
}
