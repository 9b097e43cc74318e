import { Component, type ReactNode } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { VisuallyHidden } from '../../ui/components/visually-hidden.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ProblemNote } from './problem-note.tsx';
import { StaffTop } from './staff-top.tsx';

interface FailureBoundaryProps {
  /** The screens can't be trusted any more: take the keys out of memory. */
  readonly onFailure: () => void;
  readonly children: ReactNode;
}

/** When a screen breaks, nothing half-drawn stays on it and the keys go; a person decides when to load the page again. */
export class FailureBoundary extends Component<FailureBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onFailure();
  }

  override render(): ReactNode {
    return this.state.failed ? <FailureScreen /> : this.props.children;
  }
}

function FailureScreen() {
  const common = useMessages('common');
  const { title } = useMessages('staff').problems.internal;
  return (
    <Screen top={<StaffTop />}>
      <h1>
        <VisuallyHidden>{title}</VisuallyHidden>
      </h1>
      <ProblemNote problem="internal" action={<Button onClick={() => location.reload()}>{common.retry}</Button>} />
    </Screen>
  );
}
