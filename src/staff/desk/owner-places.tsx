import { NoticePlace } from '../notice/notice-place.tsx';
import { PostersPlace } from '../posters/posters-place.tsx';
import { RecordsPlace } from '../records/records-place.tsx';
import { RecoveryPlace } from '../recovery/recovery-place.tsx';
import { RetentionPlace } from '../retention/retention-place.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { SettingsPlace } from '../settings/settings-place.tsx';
import { TeamPlace } from '../team/team-place.tsx';
import type { ownerPlaces, Place } from './use-where.ts';

interface OwnerPlacesProps {
  readonly place: (typeof ownerPlaces)[number];
  readonly session: Session;
  readonly hotel: Hotel;
  /** A recovery sheet that has been made and not tried yet. */
  readonly sheetCode: string | null;
  readonly onSheetCode: (code: string | null) => void;
  readonly onHotelChanged: () => void;
  readonly onGo: (place: Place) => void;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
  readonly onTeamAnew: () => void;
  readonly onNewKeys: () => void;
}

/** What only owners, and some of it supervisors, see; fetched when one of them goes there. */
export function OwnerPlaces(props: OwnerPlacesProps) {
  const { place, session, hotel, sheetCode, onSheetCode, onHotelChanged } = props;
  const { onGo, onSay, onEnded, onTeamAnew, onNewKeys } = props;
  switch (place) {
    case 'notice':
      return <NoticePlace session={session} onHotelChanged={onHotelChanged} onSay={onSay} />;
    case 'posters':
      return (
        <PostersPlace
          session={session}
          hotel={hotel}
          onRecovery={() => onGo('recovery')}
          onPaper={() => onGo('paper')}
          onSay={onSay}
        />
      );
    case 'recovery':
      return (
        <RecoveryPlace
          session={session}
          hotel={hotel}
          code={sheetCode}
          onCode={onSheetCode}
          onProven={onHotelChanged}
          onPosters={() => onGo('posters')}
        />
      );
    case 'retention':
      return <RetentionPlace session={session} hotel={hotel} />;
    case 'records':
      return <RecordsPlace session={session} hotel={hotel} onSay={onSay} onEnded={onEnded} />;
    case 'settings':
      return <SettingsPlace session={session} onHotelChanged={onHotelChanged} onSay={onSay} onEnded={onEnded} />;
    case 'team':
      return (
        <TeamPlace
          session={session}
          hotel={hotel}
          onSay={onSay}
          onAnew={onTeamAnew}
          onRenewed={onNewKeys}
          onEnded={onEnded}
        />
      );
  }
}
