import { declareVimeo } from '../../services/vimeo.ts'
import { offerPreset } from './offer-preset.ts'

offerPreset('vimeo', declareVimeo)
