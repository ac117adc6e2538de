import { declareKakaoPixel } from '../../services/kakao-pixel.ts'
import { offerPreset } from './offer-preset.ts'

offerPreset('kakaoPixel', declareKakaoPixel)
