import type { TemporaryMessages } from '../en/temporary.ts';
import { provinces } from './provinces.ts';

export const temporary: TemporaryMessages = {
  place: (number) => (number === 1 ? '地点' : `地点 ${number}`),
  addPlace: '再加一处',
  removePlace: (number) => `去掉地点 ${number}`,
  places: '到过的地方',
  health: '您的身体状况',
  healthAnswers: {
    well: '健康，没有发热、咳嗽',
    symptoms: '有发热或咳嗽',
    contact: '接触过患病的人',
  },
  provinces,
};
