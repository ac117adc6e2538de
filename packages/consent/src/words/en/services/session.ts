import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    'sign-in': 'the account that is signed in',
  },
  services: {
    'Sign-in': {
      site: 'Keeping you signed in',
      necessary: 'Without it you would have to sign in again on every page.',
    },
  },
}
