import { PageTitle } from '../../shell/page-frame.tsx';

export const Page = () => <PageTitle title="Isu" />;
