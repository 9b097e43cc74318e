import { lazy } from 'react';

// Places, dialogs and notes that are fetched when they are first shown.

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
export const ExportBanner = lazy(async () => ({
  default: (await import('../exports/export-banner.tsx')).ExportBanner,
}));
