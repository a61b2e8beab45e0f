import { PageTitle } from '../../shell/page-frame.tsx';
import type { PageProps } from '../../shell/pages.ts';

export const Page = ({ params }: PageProps) => <PageTitle title={params['number'] ?? ''} />;
