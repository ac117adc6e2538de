import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: { messages: 'messages, and what the visitor or this site enters in the profile' },
  services: {
    'Channel Talk': {
      site: 'Answering questions by chat',
      recipient: 'Providing the chat',
    },
  },
  stored: {
    'ch-veil-id': 'An ID of a visitor without a name',
    'ch-session-*': 'The session of the chat',
    'Channel.*': 'A copy of the ID, and settings of the chat',
  },
}
