import { lazy } from 'react';

// Places and dialogs that are fetched when somebody goes there.

export const RequestsPlace = lazy(async () => ({
  default: (await import('../requests/requests-place.tsx')).RequestsPlace,
}));
export const RegisterPlace = lazy(async () => ({
  default: (await import('../register/register-place.tsx')).RegisterPlace,
}));
export const SessionsDialog = lazy(async () => ({
  default: (await import('../team/sessions-dialog.tsx')).SessionsDialog,
}));
export const OwnerPlaces = lazy(async () => ({ default: (await import('./owner-places.tsx')).OwnerPlaces }));
