export { text } from '../../words/en/banner.ts'
export { startTagView } from './start-tag-view.ts'
