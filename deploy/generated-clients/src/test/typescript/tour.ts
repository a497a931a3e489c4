import {
    AttestationKind,
    Configuration,
    ContactScope,
    ContactsApi,
    DealsApi,
    DealStage,
    DealStatus,
    type Enrollment,
    EnrollmentApi,
    EnrollmentStatus,
    EventsApi,
    EvidenceApi,
    OfferedService,
    type Partner,
    PartnersApi,
    SalesApi,
    type SaleRequest,
    StoryStatus,
    SuccessStoriesApi,
    VerificationOutcome,
    WebhooksApi,
    WebhookStatus,
} from '../../../target/generated-sources/typescript';
import { equal, eventually, refusal } from './expect';

/** Where the alliance runs, and who is calling: each a bearer token. */
export interface Alliance {
    url: string;
    crm: string;
    manager: string;
    /** Someone of a partner that is none of the tour's. */
    stranger: string;
}

const day = 24 * 60 * 60 * 1000;
const yesterday = new Date(Date.now() - day);

function api<A>(type: new (configuration: Configuration) => A, alliance: Alliance, token: string): A {
    return new type(new Configuration({ basePath: alliance.url, accessToken: token }));
}

function unique(prefix: string): string {
    return `${prefix}-${crypto.randomUUID()}`;
}

function registered(alliance: Alliance): Promise<Partner> {
    return api(PartnersApi, alliance, alliance.crm).registerPartner({
        partnerProfile: { name: unique('Tour'), legalName: 'Tour Systems GmbH', country: 'DE', city: 'Munich' },
    });
}

function sale(partnerId: string, licenses: number): SaleRequest {
    return {
        partnerId,
        orderNumber: unique('SO'),
        licenses,
        product: 'VSO-XP',
        listTotal: { amount: '13986.00', currency: 'USD' },
        netTotal: { amount: '10489.50', currency: 'USD' },
        soldOn: yesterday,
    };
}

async function premier(alliance: Alliance): Promise<Enrollment> {
    const { id } = await registered(alliance);
    const enrollments = api(EnrollmentApi, alliance, alliance.crm);
    const evidence = api(EvidenceApi, alliance, alliance.crm);
    const manager = api(EvidenceApi, alliance, alliance.manager);

    const application = await enrollments.applyForTier({ id, tierApplication: { tier: 'PREMIER' } });
    equal(application.appliedTier, 'PREMIER');

    await evidence.recordFeePayment({
        id,
        feePaymentRequest: { money: { amount: '500.00', currency: 'USD' }, paidOn: yesterday, reference: 'INV-1' },
    });
    for (const kind of [AttestationKind.WebApplicationsOnWindows, AttestationKind.WebsiteListing]) {
        const claim = await evidence.submitAttestation({
            id,
            attestationRequest: { kind, evidenceUrl: 'https://northwind.example/alliance' },
        });
        const verified = await manager.verifyAttestation({
            id,
            attestationId: claim.id,
            verificationRequest: { outcome: VerificationOutcome.Verified, reason: 'Seen.' },
        });
        equal(verified.status, 'VERIFIED');
    }
    await evidence.recordConsultant({
        id,
        consultantRequest: {
            name: 'Ada Berg',
            email: `${unique('ada')}@northwind.example`,
            certification: { course: 'VSO-XP Professional', certifiedOn: yesterday },
        },
    });
    for (const title of ['One', 'Two', 'Three']) {
        const story = await api(SuccessStoriesApi, alliance, alliance.crm).submitSuccessStory({
            id,
            storyText: { title, customer: 'Contoso', summary: 'Answers in minutes.' },
        });
        const published = await api(SuccessStoriesApi, alliance, alliance.manager).publishSuccessStory({
            id,
            storyId: story.id,
        });
        equal(published.status, StoryStatus.Published);
    }
    await api(SalesApi, alliance, alliance.crm).recordSale({ saleRequest: sale(id, 15) });

    return eventually(
        () => enrollments.readEnrollment({ id }),
        (read) => read.tier === 'PREMIER' && read.standing !== undefined,
    );
}

export async function aCompanyComesFromRegistrationToPremier(alliance: Alliance): Promise<void> {
    const enrollment = await premier(alliance);

    equal(enrollment.status, EnrollmentStatus.Active);
    equal(enrollment.standing?.unmet, []);
}

export async function aCrmPutsAPartnerUnderItsOwnKey(alliance: Alliance): Promise<void> {
    const partners = api(PartnersApi, alliance, alliance.crm);
    const key = { system: 'salesforce', externalId: unique('001') };

    const first = await partners.putPartnerByExternalIdRaw({ ...key, partnerProfile: { name: 'Key', country: 'DE' } });
    const again = await partners.putPartnerByExternalIdRaw({
        ...key,
        partnerProfile: { name: 'Key', country: 'DE', services: [OfferedService.Delivery] },
    });

    equal([first.raw.status, again.raw.status], [201, 200]);
    const read = await partners.readPartnerByExternalId(key);
    equal(read.id, (await first.value()).id);
    equal(read.services, [OfferedService.Delivery]);
    equal(read.externalIds, { [key.system]: key.externalId });
}

export async function aPatchNamesOnlyWhatItChanges(alliance: Alliance): Promise<void> {
    const partners = api(PartnersApi, alliance, alliance.crm);
    const { id } = await registered(alliance);
    const etag = (await partners.readPartnerRaw({ id })).raw.headers.get('ETag') ?? '';

    const patched = await partners.changePartner({
        id,
        ifMatch: etag,
        partnerProfilePatch: { city: 'Berlin', legalName: null },
    });
    equal([patched.city, patched.legalName, patched.country], ['Berlin', undefined, 'DE']);

    const stale = await refusal(
        partners.changePartner({ id, ifMatch: etag, partnerProfilePatch: { city: 'Bonn' } }),
    );
    equal(stale.status, 412);
    const blind = await refusal(partners.changePartner({ id, partnerProfilePatch: { city: 'Bonn' } }));
    equal(blind.status, 428);
}

export async function aRetryGetsTheFirstAnswer(alliance: Alliance): Promise<void> {
    const sales = api(SalesApi, alliance, alliance.crm);
    const saleRequest = sale((await registered(alliance)).id, 3);
    const idempotencyKey = unique('tour');

    const first = await sales.recordSaleRaw({ saleRequest, idempotencyKey });
    const retry = await sales.recordSaleRaw({ saleRequest, idempotencyKey });

    equal(first.raw.headers.get('Idempotency-Replayed'), null);
    equal(retry.raw.headers.get('Idempotency-Replayed'), 'true');
    equal(await retry.value(), await first.value());
    const other = await refusal(sales.recordSale({ saleRequest: { ...saleRequest, licenses: 4 }, idempotencyKey }));
    equal(other.status, 422);
}

export async function aSaleIsReversedInPart(alliance: Alliance): Promise<void> {
    const sales = api(SalesApi, alliance, alliance.crm);
    const { id } = await sales.recordSale({ saleRequest: sale((await registered(alliance)).id, 3) });

    const reversal = await sales.reverseSale({ id, reversalRequest: { licenses: 2, reason: 'Two too many' } });

    equal(reversal.saleId, id);
    equal((await sales.readSale({ id })).licensesReversed, 2);
    const tooMany = await refusal(sales.reverseSale({ id, reversalRequest: { licenses: 2, reason: 'More' } }));
    equal(tooMany.status, 422);
    equal(tooMany.errors?.map((error) => error.pointer), ['/licenses']);
}

export async function aListIsReadToItsEnd(alliance: Alliance): Promise<void> {
    const sales = api(SalesApi, alliance, alliance.crm);
    const partnerId = (await registered(alliance)).id;
    const recorded: string[] = [];
    for (let n = 0; n < 5; n++) {
        recorded.push((await sales.recordSale({ saleRequest: sale(partnerId, 1) })).id);
    }

    const read: string[] = [];
    let cursor: string | undefined;
    do {
        const page = await sales.listSales({ partnerId, from: yesterday, limit: 2, cursor });
        read.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
    } while (cursor !== undefined);

    equal(read, recorded);
}

export async function aRefusalNamesEveryField(alliance: Alliance): Promise<void> {
    const partners = api(PartnersApi, alliance, alliance.crm);

    const problem = await refusal(partners.registerPartner({ partnerProfile: { name: ' ', country: 'XX' } }));

    equal(problem.status, 422);
    equal(problem.type, 'https://alliance.vso-xp.example/problems/rule-broken');
    equal(problem.errors?.map((error) => error.pointer).sort(), ['/country', '/name']);
}

export async function whatWasRecordedIsTakenBack(alliance: Alliance): Promise<void> {
    const { id } = await registered(alliance);
    const evidence = api(EvidenceApi, alliance, alliance.crm);
    const contacts = api(ContactsApi, alliance, alliance.crm);

    const payment = await evidence.recordFeePayment({
        id,
        feePaymentRequest: { money: { amount: '500.00', currency: 'USD' }, paidOn: yesterday, reference: 'INV-2' },
    });
    const refunded = await evidence.refundFeePayment({ id, paymentId: payment.id });
    equal(refunded.refundedOn !== undefined, true);

    const consultant = await evidence.recordConsultant({
        id,
        consultantRequest: {
            name: 'Jo Weber',
            email: `${unique('jo')}@northwind.example`,
            certification: { course: 'VSO-XP Implementation', certifiedOn: new Date('2026-01-20') },
        },
    });
    const left = await evidence.recordDeparture({
        id,
        consultantId: consultant.id,
        departureRequest: { leftOn: yesterday },
    });
    equal(left.leftOn?.toDateString(), yesterday.toDateString());

    const authorized = await contacts.authorizeContactRaw({
        id,
        contactRequest: { name: 'Kim Ito', email: 'kim@northwind.example', scopes: [ContactScope.Support] },
    });
    const contact = await authorized.value();
    await contacts.withdrawContact({
        id,
        contactId: contact.id,
        ifMatch: authorized.raw.headers.get('ETag') ?? '',
    });
    const gone = await refusal(contacts.readContact({ id, contactId: contact.id }));
    equal(gone.status, 404);
}

export async function aStrangerFindsNothing(alliance: Alliance): Promise<void> {
    const { id } = await registered(alliance);

    const problem = await refusal(api(PartnersApi, alliance, alliance.stranger).readPartner({ id }));

    equal(problem.status, 404);
}

export async function aPremierPartnerRegistersADeal(alliance: Alliance): Promise<void> {
    const { partnerId } = await premier(alliance);
    const deals = api(DealsApi, alliance, alliance.crm);

    const deal = await deals.registerDeal({
        dealRequest: {
            partnerId,
            customer: { name: unique('Contoso'), country: 'DE' },
            product: 'VSO-XP',
            expectedLicenses: 40,
            expectedValue: { amount: '39960.00', currency: 'USD' },
            stage: DealStage.Qualified,
            expectedCloseOn: new Date(Date.now() + 30 * day),
        },
    });
    equal(deal.status, DealStatus.Registered);

    await api(DealsApi, alliance, alliance.manager).approveDeal({ id: deal.id });

    const approved = await deals.listDeals({ partnerId, status: DealStatus.Approved });
    equal(approved.items.map((item) => item.id), [deal.id]);
}

export async function theFeedTellsWhatHappened(alliance: Alliance): Promise<void> {
    const { id } = await registered(alliance);

    const page = await api(EventsApi, alliance, alliance.crm).readEvents({ partnerId: id, wait: 30 });

    equal(page.items.map((event) => [event.type, event.sequence]), [['alliance.partner.registered', 1]]);
    equal(page.items[0].data['partnerId'], id);
}

export async function aWebhookComesAndGoes(alliance: Alliance): Promise<void> {
    const webhooks = api(WebhooksApi, alliance, alliance.crm);
    const { id } = await registered(alliance);

    const made = await webhooks.registerWebhookRaw({
        webhookRequest: { url: 'http://127.0.0.1:9/hooks', partnerId: id, types: ['alliance.enrollment.changed'] },
    });
    const webhook = await made.value();
    equal([webhook.status, webhook.secret?.startsWith('whsec_')], [WebhookStatus.Active, true]);

    await webhooks.deleteWebhook({ id: webhook.id, ifMatch: made.raw.headers.get('ETag') ?? '' });
    equal((await refusal(webhooks.readWebhook({ id: webhook.id }))).status, 404);
}
