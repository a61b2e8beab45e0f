/** Generated from the API's own description by `npm run web:types`. */

export interface paths {
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether every part can be used, and what is degraded */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            checks: {
                                [key: string]: string;
                            };
                            /** @description what is not as it should be; empty when all is well */
                            degraded: {
                                /** @description what it means for people, in Indonesian */
                                effect: string;
                                /** @enum {string} */
                                part: "index" | "records" | "queue" | "work";
                                /** @description in the words of the part itself */
                                problem: string;
                            }[];
                            /** @enum {string} */
                            status: "ok" | "degraded";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What units did, oldest first */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    kind?: string | string[];
                    limit?: number;
                    to?: string;
                    /** @description RI, a province 35 or a regency 35.73 */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            activities: components["schemas"]["Activity"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Log an activity */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        /** @default null */
                        audience?: number | null;
                        /**
                         * @description by rule; see GET /v1/tiered-guides
                         * @default {}
                         */
                        checklist?: {
                            [key: string]: boolean;
                        };
                        /** @enum {string} */
                        kind: "coverage" | "release" | "conference" | "publication" | "livestream" | "event" | "stakeholder" | "survey" | "aspiration";
                        /** @default [] */
                        links?: string[];
                        /** @default null */
                        note?: string | null;
                        /** @default null */
                        place?: string | null;
                        title: string;
                        /** @description RI, a province 35 or a regency 35.73 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Activity"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activities/{activity}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Correct an activity */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    activity: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        /** @default null */
                        audience?: number | null;
                        /**
                         * @description by rule; see GET /v1/tiered-guides
                         * @default {}
                         */
                        checklist?: {
                            [key: string]: boolean;
                        };
                        /** @enum {string} */
                        kind: "coverage" | "release" | "conference" | "publication" | "livestream" | "event" | "stakeholder" | "survey" | "aspiration";
                        /** @default [] */
                        links?: string[];
                        /** @default null */
                        note?: string | null;
                        /** @default null */
                        place?: string | null;
                        title: string;
                        /** @description RI, a province 35 or a regency 35.73 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Activity"];
                    };
                };
            };
        };
        post?: never;
        /** Remove an activity */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    activity: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activities/{activity}/standard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules for this kind of activity, and what was found */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    activity: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            activity: string;
                            looked: number;
                            met: number;
                            rules: {
                                at: string | null;
                                by: string | null;
                                key: string;
                                links: string[];
                                /** @description null: nobody looked */
                                met: boolean | null;
                                note: string;
                                rule: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activities/{activity}/standard/{rule}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whether a rule was kept; that it was needs a link, that it was not a note */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    activity: string;
                    rule: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        links?: string[];
                        met: boolean | null;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            activity: string;
                            looked: number;
                            met: number;
                            rules: {
                                at: string | null;
                                by: string | null;
                                key: string;
                                links: string[];
                                /** @description null: nobody looked */
                                met: boolean | null;
                                note: string;
                                rule: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Acts in force on what you may see, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acts: components["schemas"]["Act"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/acts/{act}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the decision back that an act belongs to, whole */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    act: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description why; kept in the audit trail */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acts: components["schemas"]["Act"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agreements with organisations, the first to end first */
        get: {
            parameters: {
                query?: {
                    /** @description those that end before */
                    before?: string;
                    /** @description RI, a province 35 or a regency 35.73 */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            agreements: {
                                /** Format: date-time */
                                expiresAt: string;
                                id: string;
                                link: string | null;
                                number: string;
                                /** Format: date-time */
                                signedAt: string;
                                stakeholder: string;
                                stakeholderId: string;
                                title: string;
                                unit: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alert-budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Wakings and false alarms of four weeks by unit, and what they do to its thresholds */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            budgets: {
                                allowed: number;
                                falseAlarms: number;
                                name: string;
                                pushes: number;
                                spent: boolean;
                                thresholdFactor: number;
                                unit: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alerts, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    from?: string;
                    issue?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alerts: components["schemas"]["Alert"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alert}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One alert with its top stories, the first item, and where its chart is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alert: components["schemas"]["Alert"];
                            chart: string | null;
                            firstItem: components["schemas"]["Item"] | null;
                            issue: {
                                number: string;
                                title: string;
                            } | null;
                            link: string;
                            stories: components["schemas"]["Story"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alert}/chart.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chart of an alert as PNG */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alert}/chart.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chart of an alert as SVG */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alert}/false-alarm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that an alert was a false alarm, or was none after all; it feeds the unit’s alert budget */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default true */
                        falseAlarm?: boolean;
                        /** @default null */
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Alert"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts and answers of your units, the last changed first */
        get: {
            parameters: {
                query?: {
                    claim?: string;
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description id or number */
                    issue?: string;
                    limit?: number;
                    state?: string | string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answers: components["schemas"]["AnswerBrief"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Draft an answer in every form, by rules, from the claim, its evidence and approved facts */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description default: the claim that is linked to the issue */
                        claim?: string;
                        /** @description default: what the library offers for the claim */
                        facts?: string[];
                        /** @description a holding statement although a verdict is there */
                        holdingOnly?: boolean;
                        /** @description default: whether half of the items of the issue are */
                        isCriticism?: boolean;
                        /** @description id or number */
                        issue?: string;
                        notes?: {
                            /** @default null */
                            extent?: string | null;
                            /** @default null */
                            nextUpdate?: string | null;
                            /** @default null */
                            remedy?: string | null;
                            /** @default null */
                            remedyBy?: string | null;
                            /** @default null */
                            subject?: string | null;
                            /** @default null */
                            trueCore?: string | null;
                        };
                        /** @description why; kept in the audit trail */
                        reason?: string;
                        /** @description default: the owner */
                        unit?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: components["schemas"]["AnswerBrief"];
                            texts: components["schemas"]["AnswerText"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers/{answer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An answer in all its forms, each with what the lint says */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: components["schemas"]["AnswerBrief"];
                            texts: components["schemas"]["AnswerText"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Write forms by hand; the writer is one of its drafters from now on */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description why; kept in the audit trail */
                        reason?: string;
                        texts: ({
                            blocks: {
                                heading: string | null;
                                /** @enum {string} */
                                role: "fact" | "warning" | "why" | "fact_again" | "check" | "lead" | "body" | "question" | "point" | "scene" | "closing" | "source";
                                sentences: {
                                    from: string[];
                                    text: string;
                                }[];
                            }[];
                            /** @enum {string} */
                            channel: "web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points";
                            title: {
                                from: string[];
                                text: string;
                            } | null;
                        } | {
                            /** @enum {string} */
                            channel: "web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points";
                            plain: string;
                        })[];
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: components["schemas"]["AnswerBrief"];
                            texts: components["schemas"]["AnswerText"][];
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/answers/{answer}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the draft of others; of two who do, one is told that the other was first */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description why; kept in the audit trail */
                        reason?: string;
                        /**
                         * Format: date-time
                         * @description default: 7 days during a stage of an election, else 30
                         */
                        reviewAt?: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: components["schemas"]["AnswerBrief"];
                            texts: components["schemas"]["AnswerText"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers/{answer}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed in each form between two versions, word by word */
        get: {
            parameters: {
                query: {
                    from: number;
                    to: number;
                };
                header?: never;
                path: {
                    answer: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            forms: {
                                /** @enum {string} */
                                channel: "web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points";
                                parts: {
                                    /** @enum {string} */
                                    kind: "same" | "added" | "removed";
                                    text: string;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers/{answer}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a draft up; nothing is removed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: components["schemas"]["AnswerBrief"];
                            texts: components["schemas"]["AnswerText"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers/{answer}/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lint what is being typed into a form of this answer; nothing is stored */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        channel: "web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points";
                        plain: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ease: {
                                /** @description reading ease, 0 hard to 100 easy; null below ten words */
                                score: number | null;
                                words: number;
                                wordsPerSentence: number;
                            };
                            findings: components["schemas"]["LintFinding"][];
                            isFit: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers/{answer}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish an approved answer: its page is public from now on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description why; kept in the audit trail */
                        reason?: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Publication"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers/{answer}/redraft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draft all forms anew from other facts, notes, or the claim as it is now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description the weightiest first */
                        facts?: string[];
                        notes?: {
                            /** @default null */
                            extent?: string | null;
                            /** @default null */
                            nextUpdate?: string | null;
                            /** @default null */
                            remedy?: string | null;
                            /** @default null */
                            remedyBy?: string | null;
                            /** @default null */
                            subject?: string | null;
                            /** @default null */
                            trueCore?: string | null;
                        };
                        /** @description why; kept in the audit trail */
                        reason?: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: components["schemas"]["AnswerBrief"];
                            texts: components["schemas"]["AnswerText"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers/{answer}/rephrase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the model that was set up say a form in other words; somebody must take it over before it is handed in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @enum {string} */
                        channel: "web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points";
                        /** @description why; kept in the audit trail */
                        reason?: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: components["schemas"]["AnswerBrief"];
                            texts: components["schemas"]["AnswerText"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers/{answer}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it back to its drafters, or take an approval back, with the reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: components["schemas"]["AnswerBrief"];
                            texts: components["schemas"]["AnswerText"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers/{answer}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a draft in; refused with every finding that stands against it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description why; kept in the audit trail */
                        reason?: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: components["schemas"]["AnswerBrief"];
                            texts: components["schemas"]["AnswerText"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers/{answer}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that you read what a model wrote and answer for it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @enum {string} */
                        channel: "web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points";
                        /** @description why; kept in the audit trail */
                        reason?: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: components["schemas"]["AnswerBrief"];
                            texts: components["schemas"]["AnswerText"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers/{answer}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version, newest first: who brought it where, and when */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            versions: {
                                drafters: string[];
                                /** @enum {string} */
                                state: "draft" | "submitted" | "approved" | "published" | "discarded";
                                /** Format: date-time */
                                updatedAt: string;
                                updatedBy: string;
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file itself */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    attachment: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: never;
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attachments/{attachment}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a file off an issue, with a reason; the audit trail keeps that it was there */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    attachment: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attachments: components["schemas"]["Attachment"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries in order, with the hashes that chain them */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            entries: components["schemas"]["AuditEntry"][];
                            nextAfter: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the chain is whole; else where it breaks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            brokenAt: number | null;
                            entries: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/broadcast-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Group chats of units, by unit and name */
        get: {
            parameters: {
                query?: {
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            groups: components["schemas"]["BroadcastGroup"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a group chat */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default true */
                        active?: boolean;
                        /** @default null */
                        kind?: ("ministry" | "bawaslu" | "dkpp" | "military_police" | "ngo" | "observer" | "party" | "media" | "university" | "platform" | "local_government" | "influencer") | null;
                        /** @default null */
                        members?: number | null;
                        name: string;
                        /** @enum {string} */
                        platform: "whatsapp" | "telegram";
                        /** @description RI, a province 35 or a regency 35.73 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BroadcastGroup"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/broadcast-groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a group chat */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default true */
                        active?: boolean;
                        /** @default null */
                        kind?: ("ministry" | "bawaslu" | "dkpp" | "military_police" | "ngo" | "observer" | "party" | "media" | "university" | "platform" | "local_government" | "influencer") | null;
                        /** @default null */
                        members?: number | null;
                        name: string;
                        /** @enum {string} */
                        platform: "whatsapp" | "telegram";
                        /** @description RI, a province 35 or a regency 35.73 */
                        unit: string;
                        /** @description as it was read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BroadcastGroup"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a group chat */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Elections with their days, stages and debates; `checked` says which were compared with their rule */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            elections: {
                                /** @default null */
                                basis: string | null;
                                /** @default false */
                                checked: boolean;
                                id: string;
                                name: string;
                                own: boolean;
                                plenaryDay: string | null;
                                /** @default [] */
                                stages: {
                                    /** @default 1 */
                                    expected: number;
                                    from: string;
                                    name: string;
                                    /** @default null */
                                    tiers: ("national" | "province" | "regency")[] | null;
                                    to: string;
                                    /** @default null */
                                    topics: ("logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya")[] | null;
                                }[];
                                /**
                                 * @default [
                                 *       "RI"
                                 *     ]
                                 */
                                units: string[];
                                votingDay: string | null;
                            }[];
                            windowDaysBefore: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar/{election}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Add an election, or put a corrected one in the place of a bundled one */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    election: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        basis?: string | null;
                        /** @default false */
                        checked?: boolean;
                        name: string;
                        plenaryDay: string | null;
                        /** @default [] */
                        stages?: {
                            /** @default 1 */
                            expected?: number;
                            from: string;
                            name: string;
                            /** @default null */
                            tiers?: ("national" | "province" | "regency")[] | null;
                            to: string;
                            /** @default null */
                            topics?: ("logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya")[] | null;
                        }[];
                        /**
                         * @default [
                         *       "RI"
                         *     ]
                         */
                        units?: string[];
                        votingDay: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            elections: {
                                /** @default null */
                                basis: string | null;
                                /** @default false */
                                checked: boolean;
                                id: string;
                                name: string;
                                own: boolean;
                                plenaryDay: string | null;
                                /** @default [] */
                                stages: {
                                    /** @default 1 */
                                    expected: number;
                                    from: string;
                                    name: string;
                                    /** @default null */
                                    tiers: ("national" | "province" | "regency")[] | null;
                                    to: string;
                                    /** @default null */
                                    topics: ("logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya")[] | null;
                                }[];
                                /**
                                 * @default [
                                 *       "RI"
                                 *     ]
                                 */
                                units: string[];
                                votingDay: string | null;
                            }[];
                            windowDaysBefore: number;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Take an own election away; a bundled one comes back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    election: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            elections: {
                                /** @default null */
                                basis: string | null;
                                /** @default false */
                                checked: boolean;
                                id: string;
                                name: string;
                                own: boolean;
                                plenaryDay: string | null;
                                /** @default [] */
                                stages: {
                                    /** @default 1 */
                                    expected: number;
                                    from: string;
                                    name: string;
                                    /** @default null */
                                    tiers: ("national" | "province" | "regency")[] | null;
                                    to: string;
                                    /** @default null */
                                    topics: ("logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya")[] | null;
                                }[];
                                /**
                                 * @default [
                                 *       "RI"
                                 *     ]
                                 */
                                units: string[];
                                votingDay: string | null;
                            }[];
                            windowDaysBefore: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/deadlines.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deadlines of reports and the days of elections as a calendar */
        get: {
            parameters: {
                query?: {
                    /** @description RI, a province 35 or a regency 35.73 */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaign-packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers that this unit is asked to pass on: text, card, link, and which groups have it */
        get: {
            parameters: {
                query?: {
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            packages: {
                                campaign: string;
                                /** @description title in bold, text and link as WhatsApp shows them */
                                copy: string;
                                /** Format: date-time */
                                dueAt: string;
                                /** @description the unit that asks */
                                from: string;
                                groups: {
                                    id: string;
                                    members: number | null;
                                    name: string;
                                    platform: string;
                                    tick: {
                                        by: string;
                                        campaignId: string;
                                        groupId: string;
                                        proof: string | null;
                                        /** Format: date-time */
                                        recordedAt: string;
                                        /** Format: date-time */
                                        sentAt: string;
                                        unit: "RI" | string;
                                    } | null;
                                    unit: string;
                                }[];
                                note: string;
                                package: {
                                    card: string | null;
                                    link: string;
                                    text: string;
                                    title: string;
                                };
                                /** @description withdrawn or due for review: must not be passed on */
                                stale: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaign-packages/{campaign}/sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tick off a group: I put it there, then; a second tick of a group keeps the first */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    campaign: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group: string;
                        /** @default null */
                        proof?: string | null;
                        /**
                         * Format: date-time
                         * @description now, where it is left out
                         */
                        sentAt?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            by: string;
                            campaignId: string;
                            groupId: string;
                            proof: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** Format: date-time */
                            sentAt: string;
                            unit: "RI" | string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaign-packages/{campaign}/sent/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a tick back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    campaign: string;
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns of the unit and those below, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    limit?: number;
                    publication?: string;
                    /** @description RI, a province 35 or a regency 35.73 */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            campaigns: components["schemas"]["Campaign"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Begin to spread a published answer; messages to persons go into the outbox at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default [
                         *       "email",
                         *       "telegram",
                         *       "whatsapp"
                         *     ]
                         */
                        channels?: ("email" | "telegram" | "whatsapp")[];
                        /** Format: date-time */
                        dueAt: string;
                        kinds: ("ministry" | "bawaslu" | "dkpp" | "military_police" | "ngo" | "observer" | "party" | "media" | "university" | "platform" | "local_government" | "influencer")[];
                        /** @default  */
                        note?: string;
                        /** @description id or code */
                        publication: string;
                        tiers: ("national" | "province" | "regency")[];
                        /** @description RI, a province 35 or a regency 35.73 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            campaign: components["schemas"]["Campaign"];
                            left: {
                                noChannel: number;
                                noConsent: number;
                                optedOut: number;
                                sameAddress: number;
                            };
                            /** @description messages to persons in the outbox */
                            queued: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{campaign}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an answer got: N of M units by tier, ticks of groups, and messages to persons by state */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    campaign: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            campaign: components["schemas"]["Campaign"];
                            coverage: {
                                groups: {
                                    all: number;
                                    members: number;
                                    ticked: number;
                                };
                                /** @description N (done) of M (units) */
                                tiers: {
                                    done: number;
                                    noGroup: number;
                                    open: number;
                                    partly: number;
                                    /** @enum {string} */
                                    tier: "national" | "province" | "regency";
                                    units: number;
                                }[];
                                units: {
                                    groups: number;
                                    lastAt: string | null;
                                    name: string;
                                    /** @enum {string} */
                                    state: "done" | "partly" | "open" | "no_group";
                                    ticked: number;
                                    /** @enum {string} */
                                    tier: "national" | "province" | "regency";
                                    unit: string;
                                }[];
                            };
                            deliveries: {
                                /** @enum {string} */
                                channel: "email" | "telegram" | "whatsapp" | "web_push" | "webhook" | "in_app";
                                count: number;
                                /** @enum {string} */
                                state: "queued" | "sending" | "sent" | "delivered" | "read" | "failed";
                            }[];
                            ticks: {
                                by: string;
                                campaignId: string;
                                groupId: string;
                                proof: string | null;
                                /** Format: date-time */
                                recordedAt: string;
                                /** Format: date-time */
                                sentAt: string;
                                unit: "RI" | string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{campaign}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a campaign: what was not sent yet stays unsent, nobody is reminded any more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    campaign: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Campaign"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{campaign}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remind the units that are not done; once a day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    campaign: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description that are not done */
                            units: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a campaign would reach, as numbers */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default [
                         *       "email",
                         *       "telegram",
                         *       "whatsapp"
                         *     ]
                         */
                        channels?: ("email" | "telegram" | "whatsapp")[];
                        kinds: ("ministry" | "bawaslu" | "dkpp" | "military_police" | "ngo" | "observer" | "party" | "media" | "university" | "platform" | "local_government" | "influencer")[];
                        tiers: ("national" | "province" | "regency")[];
                        /** @description RI, a province 35 or a regency 35.73 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description by the first way that is tried */
                            byChannel: {
                                [key: string]: number;
                            };
                            groups: number;
                            /** @description who is left out, and why */
                            left: {
                                noChannel: number;
                                noConsent: number;
                                optedOut: number;
                                sameAddress: number;
                            };
                            persons: number;
                            /** @description units that are asked to pass it on */
                            units: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A batch of new issues to read, 10 unless you say otherwise; nobody else gets them meanwhile */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default 10 */
                        howMany?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            issues: components["schemas"]["Issue"][];
                            /** @description yours until then; ask again to renew */
                            until: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkout/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give issues of your batch back to the others */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description ids; left out: all of yours */
                        issues?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            returned: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claim-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggestions and decisions, newest first */
        get: {
            parameters: {
                query?: {
                    by?: "machine" | "person";
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    entry?: string | string[];
                    limit?: number;
                    state?: string | string[];
                    subject?: "item" | "issue";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            links: components["schemas"]["ClaimLink"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claim-links/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept, reject or reopen many at once; a rejection is remembered for ever */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @enum {string} */
                        decision: "accept" | "reject" | "reopen";
                        /** @description links; those decided so already change nothing */
                        ids: string[];
                        /** @description why; kept in the audit trail */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number;
                            links: components["schemas"]["ClaimLink"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The knowledge base, the last changed first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    limit?: number;
                    /** @description words of the claim */
                    q?: string;
                    /** @description only those whose review date has passed */
                    review?: "due";
                    /** @description kept by these units; a province holds its regencies */
                    unit?: string | string[];
                    verdict?: string | string[];
                    withdrawn?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claims: components["schemas"]["ShownClaim"][];
                            nextCursor: string | null;
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a claim to check; from a fact-check, its source comes along and its verdict does not */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        areas?: string[];
                        /** @description who acts, where people share a token */
                        by?: string;
                        evidence?: {
                            /** @default null */
                            archiveHash?: string | null;
                            /** @enum {string} */
                            tier: "primary" | "secondary";
                            title: string;
                            /** Format: uri */
                            url: string;
                        }[];
                        explanation?: string;
                        firstAppearedAt?: string | null;
                        firstUrl?: string | null;
                        /** @description take text and source over from this fact-check */
                        fromFactCheck?: string;
                        informationType?: ("misinformation" | "disinformation" | "malinformation") | null;
                        kind?: ("satire" | "misleading" | "imposter" | "fabricated" | "false_connection" | "false_context" | "manipulated") | null;
                        /** @description why; kept in the audit trail */
                        reason?: string;
                        sightings?: {
                            /** @default null */
                            archiveHash?: string | null;
                            at: string | null;
                            note: string;
                            platform: ("news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other") | null;
                            url: string | null;
                        }[];
                        stage?: string | null;
                        text?: string;
                        unit?: string;
                        url?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShownClaim"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claim}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One claim, how far it has spread, and what contradicts it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claim: components["schemas"]["ShownClaim"];
                            /** @description claims and fact-checks that cannot hold beside it */
                            contradicts: {
                                /** @description the other entry */
                                id: string;
                                /** @enum {string} */
                                kind: "verdicts" | "statements";
                                reason: string;
                            }[];
                            spread: components["schemas"]["ClaimSpread"];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is written; where it was approved, the approval lapses */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        areas?: string[];
                        /** @description who acts, where people share a token */
                        by?: string;
                        evidence?: {
                            /** @default null */
                            archiveHash?: string | null;
                            /** @enum {string} */
                            tier: "primary" | "secondary";
                            title: string;
                            /** Format: uri */
                            url: string;
                        }[];
                        explanation?: string;
                        firstAppearedAt?: string | null;
                        firstUrl?: string | null;
                        informationType?: ("misinformation" | "disinformation" | "malinformation") | null;
                        kind?: ("satire" | "misleading" | "imposter" | "fabricated" | "false_connection" | "false_context" | "manipulated") | null;
                        /** @description why; kept in the audit trail */
                        reason: string;
                        sightings?: {
                            /** @default null */
                            archiveHash?: string | null;
                            at: string | null;
                            note: string;
                            platform: ("news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other") | null;
                            url: string | null;
                        }[];
                        stage?: string | null;
                        text?: string;
                        unit?: string;
                        url?: string | null;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShownClaim"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/claims/{claim}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the verdict of somebody else, or renew an approval */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description why; kept in the audit trail */
                        reason?: string;
                        /**
                         * Format: date-time
                         * @description default: 7 days during a stage of an election, else 30
                         */
                        reviewAt?: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShownClaim"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claim}/response": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for a claim alone */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResponseChoice"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claim}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a withdrawn claim back in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShownClaim"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claim}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the verdict, as its checker */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        evidence?: {
                            /** @default null */
                            archiveHash?: string | null;
                            /** @enum {string} */
                            tier: "primary" | "secondary";
                            title: string;
                            /** Format: uri */
                            url: string;
                        }[];
                        explanation?: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                        /**
                         * @description salah needs one primary or two independent secondary sources
                         * @enum {string}
                         */
                        verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShownClaim"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claim}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            versions: components["schemas"]["Claim"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claim}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a claim out of the knowledge base; nothing is removed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShownClaim"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All claims and fact-checks as JSON, CSV or ClaimReview JSON-LD */
        get: {
            parameters: {
                query?: {
                    format?: "json" | "csv" | "jsonld";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: never;
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in an export, a list, or any ClaimReview; nothing that is here is overwritten */
        post: {
            parameters: {
                query?: {
                    /** @description keep: believe the approvals in the file; drop: somebody here has to approve each claim */
                    approvals?: "keep" | "drop";
                    by?: string;
                    /** @description default: what the body holds */
                    format?: "json" | "csv" | "jsonld";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            factChecks: {
                                added: number;
                                changed: number;
                                unchanged: number;
                            };
                            /** @description ids that are here in another form: what is here stays */
                            kept: string[];
                            refusals: {
                                at: string;
                                reason: string;
                            }[];
                            unchanged: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Is this known? Any text against the knowledge base; nothing is stored */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default 5 */
                        limit?: number;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            matches: {
                                agrees: string[];
                                contradicts: {
                                    /** @description the other entry */
                                    id: string;
                                    /** @enum {string} */
                                    kind: "verdicts" | "statements";
                                    reason: string;
                                }[];
                                differs: string[];
                                entry: components["schemas"]["KnowledgeEntry"];
                                /** @description share of the claim’s words that the text holds, rare ones counting more */
                                held: number;
                                nearIdentical: boolean;
                                score: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works in this unit, for an assignment or a mention; names, no addresses */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            colleagues: {
                                id: string;
                                name: string;
                                permissions: ("read" | "triage" | "draft" | "approve" | "manage" | "audit")[];
                                unit: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has handed in, who is late and who is missing, by unit and province */
        get: {
            parameters: {
                query: {
                    /** @description 2028-TW1, or 2028-TAHUN for a year */
                    period: string;
                    /** @description RI, a province 35 or a regency 35.73 */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            groups: {
                                handedIn: number;
                                late: number;
                                missing: number;
                                name: string;
                                unit: string;
                                units: number;
                            }[];
                            rows: {
                                daysLate: number;
                                dueAt: string | null;
                                handedInAt: string | null;
                                name: string;
                                reportId: string | null;
                                returns: number;
                                state: ("draft" | "chair_review" | "province_review" | "national_review" | "accepted") | "missing";
                                unit: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units without an outlet or a query of their own; "nothing collected" is not "safe" */
        get: {
            parameters: {
                query?: {
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Coverage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts, newest first; of one alert or one person */
        get: {
            parameters: {
                query?: {
                    alert?: string;
                    campaign?: string;
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    from?: string;
                    limit?: number;
                    recipient?: string;
                    state?: string | string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            nextCursor: string | null;
                            receipts: components["schemas"]["Receipt"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One receipt with every try and the text that was sent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attempts: {
                                /** @enum {string} */
                                channel: "email" | "telegram" | "whatsapp" | "web_push" | "webhook" | "in_app";
                                endedAt: string | null;
                                number: number;
                                /** @enum {string} */
                                outcome: "open" | "sent" | "delivered" | "temporary" | "refused" | "misconfigured" | "unknown";
                                providerId: string | null;
                                reason: string | null;
                                /** Format: date-time */
                                startedAt: string;
                            }[];
                            message: {
                                level: string;
                                link: string;
                                short: string;
                                subject: string;
                                text: string;
                            } | null;
                            receipt: components["schemas"]["Receipt"];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{delivery}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the message was read in the application */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Receipt"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was refused in the last seven days, by reason */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            drops: {
                                code: string;
                                count: number;
                                lastDetail: string;
                                lastSubject: string;
                                stage: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What units did with stakeholders, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    from?: string;
                    limit?: number;
                    stakeholder?: string;
                    to?: string;
                    /** @description RI, a province 35 or a regency 35.73 */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engagements: components["schemas"]["Engagement"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Log an engagement */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        activityId?: string | null;
                        /** Format: date-time */
                        at: string;
                        /** @default null */
                        attended?: number | null;
                        /** @enum {string} */
                        kind: "press_tour" | "gathering" | "webinar" | "focus_group" | "meeting" | "training";
                        /** @default null */
                        outcome?: string | null;
                        /** @default  */
                        place?: string;
                        /** @default [] */
                        stakeholderIds?: string[];
                        title: string;
                        /** @description RI, a province 35 or a regency 35.73 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Engagement"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{engagement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change an engagement, or say what came of it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    engagement: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        activityId?: string | null;
                        /** Format: date-time */
                        at: string;
                        /** @default null */
                        attended?: number | null;
                        /** @enum {string} */
                        kind: "press_tour" | "gathering" | "webinar" | "focus_group" | "meeting" | "training";
                        /** @default null */
                        outcome?: string | null;
                        /** @default  */
                        place?: string;
                        /** @default [] */
                        stakeholderIds?: string[];
                        title: string;
                        /** @description RI, a province 35 or a regency 35.73 */
                        unit: string;
                        /** @description as it was read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Engagement"];
                    };
                };
            };
        };
        post?: never;
        /** Remove an engagement */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    engagement: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The programme by RESIST 2 and AMEC, and response times by tier */
        get: {
            parameters: {
                query: {
                    /** @description 2028-TW1, or 2028-TAHUN for a year */
                    period: string;
                    /** @description RI, a province 35 or a regency 35.73 */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            charts: {
                                alt: string;
                                height: number;
                                id: string;
                                svg: string;
                                title: string;
                                width: number;
                            }[];
                            id: string;
                            paragraphs: string[];
                            tables: {
                                columns: {
                                    definition: string | null;
                                    key: string;
                                    label: string;
                                    /** @enum {string} */
                                    type: "text" | "integer" | "decimal" | "number" | "share" | "instant";
                                }[];
                                empty: string;
                                id: string;
                                queries: (string | null)[];
                                rows: (string | number | null)[][];
                                title: string;
                            }[];
                            title: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes as server-sent events */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Export items, issues, claims or the audit trail in the background, to CSV, JSONL and XLSX */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description items only */
                        areas?: string[];
                        /** Format: date-time */
                        from?: string;
                        /** @description items only */
                        issueIds?: string[];
                        /** @description issues only */
                        levels?: ("rendah" | "sedang" | "tinggi" | "kritis")[];
                        /** @description items only */
                        outlets?: string[];
                        /** @description items only */
                        platforms?: ("news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other")[];
                        /** @description items only */
                        stances?: ("none" | "menyebarkan" | "membantah" | "bertanya" | "memberitakan")[];
                        /** @description items only */
                        storyIds?: string[];
                        text?: string;
                        /** Format: date-time */
                        to?: string;
                        /** @description items only */
                        tones?: ("positive" | "neutral" | "negative" | "unrelated")[];
                        topics?: ("logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya")[];
                        /** @description items only; true: without re-posts */
                        uniqueOnly?: boolean;
                        /**
                         * @description RI, a province 35 or a regency 35.73
                         * @default RI
                         */
                        unit?: string;
                        /** @enum {string} */
                        what: "items" | "issues" | "claims" | "audit";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportRun"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What others checked, beside one’s own claims */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    after?: string;
                    limit?: number;
                    /** @description words of the claim or the headline */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            factChecks: components["schemas"]["FactCheck"][];
                            nextCursor: string | null;
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fact library: of the units above yours, your own, and those below */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    after?: string;
                    /** @description only those that nobody approved */
                    approval?: "missing";
                    limit?: number;
                    /** @description words of the statement or its regulation */
                    q?: string;
                    /** @description only those whose review date has passed */
                    review?: "due";
                    topic?: string | string[];
                    use?: string | string[];
                    withdrawn?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            facts: components["schemas"]["Fact"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a fact with its source; somebody else approves it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @default null */
                        headline?: string | null;
                        /** @default  */
                        keywords?: string;
                        /** @description why; kept in the audit trail */
                        reason?: string;
                        source: {
                            /** @default null */
                            regulation?: string | null;
                            title: string;
                            /** Format: uri */
                            url: string;
                        };
                        statement: string;
                        /** @enum {string} */
                        topic: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
                        /** @description default: the unit that you act in */
                        unit?: string;
                        /**
                         * @default statement
                         * @enum {string}
                         */
                        use?: "statement" | "how_to_check";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fact"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facts/{fact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One fact */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fact: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fact"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a fact; its approval lapses */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fact: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @default null */
                        headline?: string | null;
                        /** @default  */
                        keywords?: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                        source?: {
                            /** @default null */
                            regulation?: string | null;
                            title: string;
                            /** Format: uri */
                            url: string;
                        };
                        statement?: string;
                        /** @enum {string} */
                        topic?: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
                        unit?: string;
                        /**
                         * @default statement
                         * @enum {string}
                         */
                        use?: "statement" | "how_to_check";
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fact"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/facts/{fact}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a fact of somebody else, or renew its approval */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fact: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description why; kept in the audit trail */
                        reason?: string;
                        /**
                         * Format: date-time
                         * @description default: 7 days during a stage of an election, else 30
                         */
                        reviewAt?: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fact"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facts/{fact}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a withdrawn fact back in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fact: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fact"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facts/{fact}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fact: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            facts: components["schemas"]["Fact"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facts/{fact}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a fact out of the library; nothing is removed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fact: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fact"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facts/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve many facts of others at once; all of them or none */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        facts: {
                            id: string;
                            /** @description the version that you read */
                            version: number;
                        }[];
                        /** @description why; kept in the audit trail */
                        reason?: string;
                        /** Format: date-time */
                        reviewAt?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            facts: components["schemas"]["Fact"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facts/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Approved facts in force for a text or a claim, the nearest first */
        get: {
            parameters: {
                query?: {
                    /** @description a claim instead of a text */
                    claim?: string;
                    limit?: number;
                    text?: string;
                    /** @description those of this topic come first */
                    topic?: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            facts: {
                                agrees: string[];
                                fact: components["schemas"]["Fact"];
                                /** @description so much in common that a draft may be written from it unasked */
                                fits: boolean;
                                /** @description share of the words of the text that the fact holds */
                                held: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facts/starter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add the bundled facts to the library of your unit, unapproved; read their sources first */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            facts: components["schemas"]["Fact"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/issues.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open issues as an Atom feed, the last changed first */
        get: {
            parameters: {
                query?: {
                    level?: string | string[];
                    /** @description RI, a province 35 or a regency 35.73 */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Programs that hear of every change of an issue; their secrets are not shown */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            webhooks: {
                                id: string;
                                levels: ("rendah" | "sedang" | "tinggi" | "kritis")[];
                                unit: string;
                                /** Format: uri */
                                url: string;
                            }[];
                        };
                    };
                };
            };
        };
        /** Set the programs that hear of changes, by Standard Webhooks */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        webhooks: {
                            id: string;
                            levels: ("rendah" | "sedang" | "tinggi" | "kritis")[];
                            secret: string;
                            unit: string;
                            /** Format: uri */
                            url: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            webhooks: {
                                id: string;
                                levels: ("rendah" | "sedang" | "tinggi" | "kritis")[];
                                unit: string;
                                /** Format: uri */
                                url: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/first-administrator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the first administrator, by the one-time link of the first start */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                        name: string;
                        password: string;
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hand-overs that wait for your unit */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            handovers: components["schemas"]["Handover"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handovers/{handover}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept what was handed to your unit, or return it with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    handover: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        accept: boolean;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Handover"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handovers/{handover}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an offer back before it was answered */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    handover: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Handover"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in a file of posts
         * @description multipart/form-data: a file (.xlsx, .csv, .tsv, .jsonl) of at most 60 MB; before it the fields vendor, map (text=Isi,created_at=Tanggal), platform and utcOffsetMinutes, all optional.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description items on their way; known ones are passed over later */
                            queued: number;
                            /** @description the first hundred */
                            refusals: {
                                code: string;
                                detail: string;
                                line: number;
                            }[];
                            refused: number;
                            refusedBy: {
                                [key: string]: number;
                            };
                            rows: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/vendors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Vendors whose columns are remembered */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            vendors: {
                                /** @default {} */
                                columns: {
                                    [key: string]: string;
                                };
                                /** @default null */
                                platform: ("news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other") | null;
                                /** @default 420 */
                                utcOffsetMinutes: number;
                                vendor: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link by which somebody sets a password; renews the password where the address is known */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                        grants: {
                            /** @enum {string} */
                            role: "reader" | "analyst" | "drafter" | "approver" | "head" | "administrator";
                            unit: "RI" | string;
                        }[];
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expiresAt: string;
                            token: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a password by the link of an invitation; works once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issue-glances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Spark line, owner and the next target of the clock, for the issues of a list */
        get: {
            parameters: {
                query: {
                    /** @description ids of issues, at most 50 */
                    issue: string | string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bucketMs: number;
                            /** Format: date-time */
                            endAt: string;
                            glances: components["schemas"]["IssueGlance"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The issue feed: what needs an answer, and why */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description last item at or after */
                    from?: string;
                    level?: string | string[];
                    limit?: number;
                    sort?: "priority" | "newest";
                    state?: string | string[];
                    /** @description words of the title */
                    text?: string;
                    /** @description first item before */
                    to?: string;
                    /** @description the most frequent tone towards KPU */
                    tone?: "positive" | "neutral" | "negative";
                    topic?: string | string[];
                    /** @description RI, a province 35 or a regency 35.73; a province holds its regencies */
                    unit?: string | string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            issues: components["schemas"]["Issue"][];
                            nextCursor: string | null;
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One issue with its timeline, stories, items and reasons */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number, e.g. ISU-2026-000123 */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description local issues of the same matter */
                            children: components["schemas"]["Issue"][];
                            issue: components["schemas"]["Issue"];
                            /** @description newest unique items */
                            items: components["schemas"]["Item"][];
                            /** @description the newest 20; GET /v1/issues/:issue/stories lists all */
                            stories: components["schemas"]["Story"][];
                            /** @description items per hour, empty hours left out */
                            timeline: {
                                /** Format: date-time */
                                at: string;
                                items: number;
                                negative: number;
                                neutral: number;
                                positive: number;
                                unique: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give an issue a title that stays; taken back as the other acts */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description the ETag of the issue you read, else 428; after a comma that of the other one: 412 when either changed */
                    "if-match"?: string;
                };
                path: {
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description why; kept in the audit trail */
                        reason: string;
                        title: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RenamedIssue"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/issues/{issue}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Merges, splits, pins, names and what is kept apart, of this issue and in force, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decisions: components["schemas"]["Decision"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/alike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Issues that would be one with this one, were people not at work on them; newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            issues: components["schemas"]["AlikeIssue"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/apart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that this issue and another are not about the same: they are never made one until that is undone */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description the ETag of the issue you read, else 428; after a comma that of the other one: 412 when either changed */
                    "if-match"?: string;
                };
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description id or number of the other issue */
                        from: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acts: components["schemas"]["Act"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files beside an issue */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attachments: components["schemas"]["Attachment"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Attach a file
         * @description multipart/form-data with one file of at most 20 MB: pdf, png, jpg, jpeg, webp, docx, xlsx, txt, csv.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attachment"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this issue may be about, the best first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            links: components["schemas"]["ClaimLink"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Say which claim or fact-check this issue is about */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        entry: string;
                        /** @description why; kept in the audit trail */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            links: components["schemas"]["ClaimLink"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The response clock: targets, how they stand, pauses and who was told */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResponseClock"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/clock/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a step was done: triage, holding statement, clarification or update */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        step: "triage" | "holding" | "clarification" | "update";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResponseClock"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/clock/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the clock, for a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResponseClock"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/clock/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the clock go on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResponseClock"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The summary with its sources, telling sentences per tone, key public accounts and spread */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IssueDigest"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand an issue up, down or sideways, with reason and deadline; it stays until the other unit accepts */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description the ETag of the workflow as you read it */
                    "if-match"?: string;
                };
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        dueAt: string;
                        reason: string;
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Handover"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the impact of an issue, 1 to 5, with a reason; null gives it back to the rules */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 1 satire, 2 an officer’s good name, 3 local confusion, 4 votes or a local result, 5 a national result, violence or safety */
                        impact: number | null;
                        /** @description shown with the risk, and kept in the audit trail */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Issue"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make this issue part of another */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description the ETag of the issue you read, else 428; after a comma that of the other one: 412 when either changed */
                    "if-match"?: string;
                };
                path: {
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description merge although both were published, also where one was closed since
                         * @default false
                         */
                        confirmPublished?: boolean;
                        /** @description id or number of the issue that stays */
                        into: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acts: components["schemas"]["Act"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/narrative": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tie an issue to a narrative, or untie it */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description null unties the issue */
                        narrative: string | null;
                        /** @description why; kept in the audit trail */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Issue"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/narratives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Narratives that this issue seems to tell again, with what agrees; a person decides */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            suggestions: {
                                agrees: string[];
                                /** @description when an issue of it was last seen */
                                lastAt: string | null;
                                narrative: components["schemas"]["Narrative"];
                                resembles: string;
                                says: string;
                                score: number;
                            }[];
                            tied: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What colleagues wrote beside it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description newest first */
                            notes: components["schemas"]["IssueNote"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Write a note; who is mentioned finds it in their to-do list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        mentions?: string[];
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IssueNote"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an issue in a colleague’s hands */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description the ETag of the workflow as you read it */
                    "if-match"?: string;
                };
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        owner: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give one’s own issue back */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description the ETag of the workflow as you read it */
                    "if-match"?: string;
                };
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/response": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What kind of answer an issue asks for, who owns it, and what is blocked and why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResponseChoice"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make one new issue of some of its stories; the rest keeps number, title and owner */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description the ETag of the issue you read, else 428; after a comma that of the other one: 412 when either changed */
                    "if-match"?: string;
                };
                path: {
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description why; kept in the audit trail */
                        reason: string;
                        /** @description stories that together become one new issue */
                        stories: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acts: components["schemas"]["Act"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a step; If-Match keeps it from running over somebody else’s */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description the ETag of the workflow as you read it */
                    "if-match"?: string;
                };
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        cause?: "not_ours" | "no_matter" | "satire" | "duplicate" | "other";
                        forwardTo?: string;
                        outcome?: string;
                        /** @enum {string} */
                        path?: "claim" | "criticism" | "question" | "service";
                        reason?: string;
                        reply?: string;
                        /** @enum {string} */
                        step: "triage" | "verify" | "draft" | "submit" | "return" | "publish" | "monitor" | "recheck" | "answer" | "forward" | "resort" | "close" | "dismiss" | "reopen";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/still-working": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that you are still at it, so that nobody asks */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description the ETag of the workflow as you read it */
                    "if-match"?: string;
                };
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/stories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stories of an issue, e.g. to choose those to split off */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path: {
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description there are more than were asked for */
                            more: boolean;
                            /** @description those with the newest items first */
                            stories: components["schemas"]["Story"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an issue in hand that nobody has */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description the ETag of the workflow as you read it */
                    "if-match"?: string;
                };
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take over the approved verdict of the claim that the issue is about */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description the ETag of the workflow as you read it */
                    "if-match"?: string;
                };
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description null: no verdict any more */
                        claim: string | null;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/visibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a national or provincial issue to the units below, or no longer */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description the ETag of the workflow as you read it */
                    "if-match"?: string;
                };
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /** @enum {string} */
                        visibility: "own" | "below";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue}/workflow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an issue stands, which steps are open to you, what each needs, and what is closed and why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or number */
                    issue: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/item-histogram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many items match on each day or in each hour; empty ones are left out */
        get: {
            parameters: {
                query?: {
                    area?: string | string[];
                    criticism?: "true" | "false";
                    every?: "hour" | "day";
                    from?: string;
                    indicated?: "true" | "false";
                    /** @description issue ids */
                    issue?: string | string[];
                    outlet?: string | string[];
                    platform?: string | string[];
                    /** @description words; "…" for a phrase, -word to exclude */
                    q?: string;
                    stance?: string | string[];
                    story?: string | string[];
                    to?: string;
                    tone?: string | string[];
                    topic?: string | string[];
                    /** @description true: without re-posts */
                    unique?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            buckets: {
                                /** Format: date-time */
                                at: string;
                                items: number;
                                negative: number;
                                neutral: number;
                                positive: number;
                                unique: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/item-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Words that stand out in what matches, beside everything collected */
        get: {
            parameters: {
                query?: {
                    area?: string | string[];
                    criticism?: "true" | "false";
                    from?: string;
                    indicated?: "true" | "false";
                    /** @description issue ids */
                    issue?: string | string[];
                    limit?: number;
                    outlet?: string | string[];
                    platform?: string | string[];
                    /** @description words; "…" for a phrase, -word to exclude */
                    q?: string;
                    stance?: string | string[];
                    story?: string | string[];
                    to?: string;
                    tone?: string | string[];
                    topic?: string | string[];
                    /** @description true: without re-posts */
                    unique?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            terms: {
                                /** @description of the newest 500 matches */
                                items: number;
                                score: number;
                                /** @description as it is written, in lower case */
                                term: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search items by words and labels */
        get: {
            parameters: {
                query?: {
                    area?: string | string[];
                    criticism?: "true" | "false";
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    facets?: string | string[];
                    from?: string;
                    indicated?: "true" | "false";
                    /** @description issue ids */
                    issue?: string | string[];
                    limit?: number;
                    outlet?: string | string[];
                    platform?: string | string[];
                    /** @description words; "…" for a phrase, -word to exclude */
                    q?: string;
                    sort?: "time" | "relevance";
                    stance?: string | string[];
                    story?: string | string[];
                    to?: string;
                    tone?: string | string[];
                    topic?: string | string[];
                    /** @description true: without re-posts */
                    unique?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            facets: {
                                [key: string]: {
                                    count: number;
                                    value: string;
                                }[];
                            };
                            items: {
                                /** @description matches lie between U+0002 and U+0003 */
                                highlight: string | null;
                                item: components["schemas"]["Item"];
                            }[];
                            nextCursor: string | null;
                            total: number;
                            totalIsExact: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item with its labels and their reasons */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Item"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{item}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this item may be about, the best first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            links: components["schemas"]["ClaimLink"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Say which claim or fact-check this item is about */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        entry: string;
                        /** @description why; kept in the audit trail */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            links: components["schemas"]["ClaimLink"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{item}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was kept of an item, with times and hashes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            evidence: components["schemas"]["Evidence"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{item}/evidence.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept of an item as a ZIP with its list of SHA-256 sums */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: never;
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{item}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people said of an item, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            labels: components["schemas"]["Label"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Say what an item says; a person’s word stays in force over the machine’s */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who labels, where several people share a token; default: the bearer */
                        by?: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                        /** @description what the person says; what is left out they did not judge */
                        values: {
                            areas?: string[];
                            criticism?: boolean;
                            /** @enum {string} */
                            language?: "id" | "jv" | "su" | "ms" | "en" | "mixed";
                            /** @enum {string} */
                            stance?: "none" | "menyebarkan" | "membantah" | "bertanya" | "memberitakan";
                            target?: boolean;
                            /** @enum {string} */
                            tone?: "positive" | "neutral" | "negative" | "unrelated";
                            /** @enum {string} */
                            topic?: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            item: components["schemas"]["Item"];
                            label: components["schemas"]["Label"];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{item}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep an item in an issue; If-Match is of that issue, and may name the one it stands in */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description the ETag of the issue you read, else 428; after a comma that of the other one: 412 when either changed */
                    "if-match"?: string;
                };
                path: {
                    item: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        issue: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acts: components["schemas"]["Act"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of this unit and below */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keys: components["schemas"]["ApiKey"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a key; its token is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        days: number;
                        name: string;
                        permissions: ("read" | "triage" | "draft" | "approve" | "manage" | "audit")[];
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: components["schemas"]["ApiKey"];
                            token: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/labelling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items worth labelling: unsure, far-reaching and unlike each other */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                item: components["schemas"]["Item"];
                                reason: string;
                                score: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lint any text, beside a claim or on its own; nothing is stored */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        channel: "web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points";
                        claim?: string;
                        /** @default false */
                        isCriticism?: boolean;
                        plain: string;
                        /**
                         * @description default: of the claim
                         * @enum {string}
                         */
                        verdict?: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ease: {
                                /** @description reading ease, 0 hard to 100 easy; null below ten words */
                                score: number | null;
                                words: number;
                                wordsPerSentence: number;
                            };
                            findings: components["schemas"]["LintFinding"][];
                            isFit: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one’s name; rights are changed by an administrator */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/me/generator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a code generator is set up, and how many recovery codes are left */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            confirmed: boolean;
                            recoveryCodes: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Begin with a code generator on the phone; works once confirmed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secret: string;
                            uri: string;
                        };
                    };
                };
            };
        };
        /** Do without the generator; asks for a code of it */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/generator/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the generator with a code of it; gives recovery codes, once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recoveryCodes: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By what else you sign in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            identities: {
                                email: string | null;
                                issuer: string;
                                /** Format: date-time */
                                linkedAt: string;
                                subject: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Link yourself to the provider: go to the address that this gives */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            url: string;
                        };
                    };
                };
            };
        };
        /** Take a link off; one’s only way in stays */
        delete: {
            parameters: {
                query: {
                    issuer: string;
                    subject: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you were told, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    unread?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            notices: components["schemas"]["Notice"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark your notices as read */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            read: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one’s password; ends every other session */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        new: string;
                        old: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which of your browsers are told of alerts, and the key to subscribe one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description end points of the browsers that are told */
                            browsers: string[];
                            /** @description null while web push is off */
                            publicKey: string | null;
                        };
                    };
                };
            };
        };
        /** Be told of alerts tinggi and kritis of this unit in this browser */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subscription: {
                            /** Format: uri */
                            endpoint: string;
                            keys: {
                                auth: string;
                                p256dh: string;
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description end points of the browsers that are told */
                            browsers: string[];
                            /** @description null while web push is off */
                            publicKey: string | null;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Be told no longer in a browser; without an end point in none */
        delete: {
            parameters: {
                query?: {
                    endpoint?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description end points of the browsers that are told */
                            browsers: string[];
                            /** @description null while web push is off */
                            publicKey: string | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/push/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test to your own browsers */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description one receipt for each way; GET /v1/deliveries?recipient= tells what became of them */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            receipts: components["schemas"]["Receipt"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/todo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your to-do list, the gravest and first due on top */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            todo: {
                                /** Format: date-time */
                                at: string;
                                dueAt: string | null;
                                id: string;
                                issueId: string | null;
                                issueNumber: string | null;
                                /** @enum {string} */
                                kind: "nudge" | "handover" | "mention" | "approval" | "verdict_approval" | "owned" | "reading" | "notice";
                                level: ("rendah" | "sedang" | "tinggi" | "kritis") | null;
                                text: string;
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/narratives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All narratives, with how many issues told them and when */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            narratives: {
                                /** Format: date-time */
                                createdAt: string;
                                createdBy: string;
                                description: string;
                                examples: string[];
                                /** @description of its issues */
                                firstAt: string | null;
                                id: string;
                                impact?: number | null;
                                issues: number;
                                lastAt: string | null;
                                name: string;
                                /** Format: date-time */
                                updatedAt: string;
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Name a narrative */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        description?: string;
                        /** @default [] */
                        examples?: string[];
                        impact?: number | null;
                        name: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Narrative"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/narratives/{narrative}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One narrative and the issues tied to it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    narrative: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description tied issues, newest first, merged ones left out */
                            issues: components["schemas"]["Issue"][];
                            narrative: components["schemas"]["Narrative"];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name, description or examples */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    narrative: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description?: string;
                        examples?: string[];
                        impact?: number | null;
                        name?: string;
                        /** @description why; kept in the audit trail */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Narrative"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/opinion-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The opinion map of a unit and a span, or the dossier of an issue, as numbers */
        get: {
            parameters: {
                query: {
                    /** @description 2026-W47, 2026-11, 2026-11-16, 2026-11-16..2026-11-20, or an issue: ISU-2026-000123 */
                    span: string;
                    /** @description RI, a province 35 or a regency 35.73 */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/privacy/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many days personal data of each kind is kept */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description when what was over its time was dropped last */
                            lastTurnAt: string | null;
                            /** @description days, by kind */
                            retention: {
                                /** @default 90 */
                                contacts: number;
                                /** @default 90 */
                                handles: number;
                                /** @default 180 */
                                notices: number;
                                /** @default 730 */
                                privatePosts: number;
                            };
                        };
                    };
                };
            };
        };
        /** Change it, for the whole installation; handles and contacts stay 90 days at the most */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        retention: {
                            /** @default 90 */
                            contacts?: number;
                            /** @default 90 */
                            handles?: number;
                            /** @default 180 */
                            notices?: number;
                            /** @default 730 */
                            privatePosts?: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description when what was over its time was dropped last */
                            lastTurnAt: string | null;
                            /** @description days, by kind */
                            retention: {
                                /** @default 90 */
                                contacts: number;
                                /** @default 90 */
                                handles: number;
                                /** @default 180 */
                                notices: number;
                                /** @default 730 */
                                privatePosts: number;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report without an account; 20 an hour and address
         * @description multipart/form-data or JSON with text, url, unit (code) and contact, all optional; as a form also a file `screenshot` (PNG, JPEG or WebP, at most 5 MB). One of text, url and screenshot must be there.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            state: "reading" | "taken" | "waiting_text";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Their codes and names alone, for the form by which anybody reports */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            units: {
                                code: "RI" | string;
                                name: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was published by any unit, the last first */
        get: {
            parameters: {
                query?: {
                    claim?: string;
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    issue?: string;
                    limit?: number;
                    state?: string | string[];
                    unit?: string | string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            nextCursor: string | null;
                            publications: {
                                answerId: string;
                                answerVersion: number;
                                approver: string;
                                claimId: string | null;
                                claimSaid: string | null;
                                code: string;
                                firstAppearedAt: string | null;
                                id: string;
                                issueId: string | null;
                                /** @enum {string} */
                                kind: "holding" | "denial" | "correction" | "admission" | "reply";
                                /** @description neither withdrawn nor past its review date */
                                mayBePassedOn: boolean;
                                notices: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    /** @enum {string} */
                                    kind: "correction" | "withdrawal";
                                    text: string;
                                }[];
                                /** Format: date-time */
                                publishedAt: string;
                                /** Format: date-time */
                                reviewAt: string;
                                /** @enum {string} */
                                state: "live" | "withdrawn";
                                summary: string;
                                title: string;
                                unit: string;
                                /** Format: date-time */
                                updatedAt: string;
                                url: string;
                                /** @enum {string} */
                                verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/publications/{publication}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A publication with all its forms */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id, or the code of its page */
                    publication: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Publication"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/publications/{publication}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a correction: a draft for the same page, to be handed in and approved as the first one was */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id, or the code of its page */
                    publication: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        facts?: string[];
                        /** @description what changes, as the public will read it, in Indonesian */
                        note: string;
                        notes?: {
                            /** @default null */
                            extent?: string | null;
                            /** @default null */
                            nextUpdate?: string | null;
                            /** @default null */
                            remedy?: string | null;
                            /** @default null */
                            remedyBy?: string | null;
                            /** @default null */
                            subject?: string | null;
                            /** @default null */
                            trueCore?: string | null;
                        };
                        reason?: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: components["schemas"]["AnswerBrief"];
                            texts: components["schemas"]["AnswerText"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/publications/{publication}/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Volume, tone and the share that carries the correction, before and after; never as a cause */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    publication: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caveat: string;
                            effects: components["schemas"]["Effect"][];
                            /** @description shares and tones of fewer are null */
                            leastItems: number;
                            pending: {
                                /** Format: date-time */
                                dueAt: string;
                                hours: 24 | 72;
                            }[];
                            publication: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/publications/{publication}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id, or the code of its page */
                    publication: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            versions: components["schemas"]["Publication"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/publications/{publication}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a publication back; its page stays and says why */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id, or the code of its page */
                    publication: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description what the public reads in its place, in Indonesian */
                        notice: string;
                        reason: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Publication"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/push-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key with which a browser subscribes to notifications; null while web push is off */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            publicKey: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures on gold data and on people’s corrections, calibration, confusion, drift */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QualityReport"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches that failed every try, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            jobs: {
                                attempt: number;
                                error: string;
                                id: string;
                                name: string;
                                /** Format: date-time */
                                quarantinedAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw batches away for good */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            jobs: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put batches back on their queues, as if they were new */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            jobs: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People and systems that are told of alerts */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            nextCursor: string | null;
                            recipients: components["schemas"]["Recipient"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recipients/{recipient}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whom to tell of what, by which ways and when */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recipient: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default true */
                        active?: boolean;
                        /** @default false */
                        below?: boolean;
                        contacts: {
                            address: string;
                            /** @enum {string} */
                            channel: "email" | "telegram" | "whatsapp" | "web_push" | "webhook" | "in_app";
                            optedInAt?: string | null;
                            optedOutAt?: string | null;
                            secrets?: string[];
                        }[];
                        /** @default true */
                        digest?: boolean;
                        /**
                         * @default [
                         *       "rendah",
                         *       "sedang",
                         *       "tinggi",
                         *       "kritis"
                         *     ]
                         */
                        levels?: ("rendah" | "sedang" | "tinggi" | "kritis")[];
                        name: string;
                        /** @default null */
                        quiet?: {
                            from: string;
                            to: string;
                        } | null;
                        /**
                         * @default sedang
                         * @enum {string}
                         */
                        sensitivity?: "rendah" | "sedang" | "tinggi";
                        unit: "RI" | string;
                        units: ("RI" | string)[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Recipient"];
                    };
                };
            };
        };
        post?: never;
        /** Erase a person and every address; receipts stay, without them */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recipient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recipients/{recipient}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test by each way of a recipient, once a minute at most */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recipient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description one receipt for each way; GET /v1/deliveries?recipient= tells what became of them */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            receipts: components["schemas"]["Receipt"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recipients/{recipient}/webhook-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for a webhook, shown this once; the one before it stays good until the next change */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recipient: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: number;
                            secret: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Referrals of your units, the last changed first */
        get: {
            parameters: {
                query?: {
                    /** @description id or number */
                    issue?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            referrals: components["schemas"]["Referral"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Ask for a referral of items that spread a false claim; refused for criticism */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        /** @description default: the claim that is linked to the issue */
                        claim?: string;
                        /** @description which rule is touched and what is asked for, in Indonesian */
                        grounds: string;
                        /** @description id or number */
                        issue: string;
                        /** @description default: up to 50 items of the issue that spread the claim and are no criticism */
                        items?: string[];
                        platform?: string;
                        reason?: string;
                        /** @enum {string} */
                        to: "bawaslu" | "platform" | "legal";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Referral"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{referral}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One referral */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    referral: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Referral"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{referral}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the request of somebody else */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    referral: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        reason?: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Referral"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{referral}/bundle.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letter, the items with what was kept of them, hashes and time-line; once it is approved */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    referral: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: never;
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{referral}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a referral up */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    referral: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        reason?: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Referral"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{referral}/sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it was handed over, and under which number */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    referral: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description who acts, where people share a token */
                        by?: string;
                        reason?: string;
                        /** @description what the receiver filed it under */
                        receipt?: string;
                        /** @description the version that you read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Referral"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports and exports that were asked for, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            nextCursor: string | null;
                            runs: components["schemas"]["ReportRun"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make the files of an opinion map or a dossier in the background */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default [
                         *       "xlsx",
                         *       "csv",
                         *       "pdf",
                         *       "docx",
                         *       "html",
                         *       "json"
                         *     ]
                         */
                        formats?: ("xlsx" | "csv" | "pdf" | "docx" | "html" | "json")[];
                        /** @description 2026-W47, 2026-11, 2026-11-16, 2026-11-16..2026-11-20, or an issue: ISU-2026-000123 */
                        span: string;
                        /**
                         * @description RI, a province 35 or a regency 35.73
                         * @default RI
                         */
                        unit?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportRun"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report-runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a report or export is, and its files */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    run: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportRun"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report-runs/{run}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file of a run */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                    run: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report-schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Maps that are made by themselves */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keepDays: number;
                            maps: {
                                /** @enum {string} */
                                every: "day" | "week" | "month";
                                formats: ("xlsx" | "csv" | "pdf" | "docx" | "html" | "json")[];
                                unit: string;
                            }[];
                        };
                    };
                };
            };
        };
        /** Change which maps are made by themselves */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        keepDays: number;
                        maps: {
                            /** @enum {string} */
                            every: "day" | "week" | "month";
                            formats: ("xlsx" | "csv" | "pdf" | "docx" | "html" | "json")[];
                            unit: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keepDays: number;
                            maps: {
                                /** @enum {string} */
                                every: "day" | "week" | "month";
                                formats: ("xlsx" | "csv" | "pdf" | "docx" | "html" | "json")[];
                                unit: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports of your units, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    state?: "reading" | "taken" | "waiting_text";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reports: components["schemas"]["CitizenReport"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Hand in what a person reported
         * @description multipart/form-data or JSON with text, url, unit (code) and contact, all optional; as a form also a file `screenshot` (PNG, JPEG or WebP, at most 5 MB). One of text, url and screenshot must be there.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            state: "reading" | "taken" | "waiting_text";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{report}/screenshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture that came with a report */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: never;
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{report}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Type out what the screenshot of a waiting report shows */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CitizenReport"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roll-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The numbers of the units below, with coverage */
        get: {
            parameters: {
                query: {
                    /** @description 2028-TW1, or 2028-TAHUN for a year */
                    period: string;
                    /** @description RI, a province 35 or a regency 35.73 */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            coverage: {
                                handedIn: number;
                                missing: string[];
                                units: number;
                            };
                            figures: {
                                key: string;
                                label: string;
                                units: number;
                                value: number | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, and what they may do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            csrf: string | null;
                            /** @description a code generator has to be set up before anything else is answered */
                            needsSecondFactor: boolean;
                            permissions: ("read" | "triage" | "draft" | "approve" | "manage" | "audit")[];
                            unit: string;
                            user: components["schemas"]["User"] | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Sign in; sets the cookie */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code?: string;
                        /** Format: email */
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            csrf: string | null;
                            /** @description a code generator has to be set up before anything else is answered */
                            needsSecondFactor: boolean;
                            permissions: ("read" | "triage" | "draft" | "approve" | "manage" | "audit")[];
                            unit: string;
                            user: components["schemas"]["User"] | null;
                        };
                    };
                };
            };
        };
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Work in another of one’s units */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            csrf: string | null;
                            /** @description a code generator has to be set up before anything else is answered */
                            needsSecondFactor: boolean;
                            permissions: ("read" | "triage" | "draft" | "approve" | "manage" | "audit")[];
                            unit: string;
                            user: components["schemas"]["User"] | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/session/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by the one-time link that the sample printed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            csrf: string | null;
                            /** @description a code generator has to be set up before anything else is answered */
                            needsSecondFactor: boolean;
                            permissions: ("read" | "triage" | "draft" | "approve" | "manage" | "audit")[];
                            unit: string;
                            user: components["schemas"]["User"] | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the provider sends the browser back to; opens the session */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: never;
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go to the provider, with the token of an invitation to accept it that way */
        get: {
            parameters: {
                query?: {
                    invitation?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: never;
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where people may sign in instead of with a password */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            providers: {
                                name: string;
                                url: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out everywhere */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources and their health */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sources: components["schemas"]["Source"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Visit a source and store it; one that cannot be read is refused */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSourceInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Source"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a source out; what it brought stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Switch a source on or off */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        enabled: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Source"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/sources/{source}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Visit a source now and store how it fares; its items come with its next turn */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            entries: number;
                            error: string | null;
                            source: components["schemas"]["Source"];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a source would bring; nothing is stored */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSourceInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SourcePreview"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stakeholder-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations and people that look like one, the likeliest first; a person decides */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            duplicates: {
                                a: {
                                    name: string;
                                    personId: string | null;
                                    stakeholderId: string;
                                    unit: string;
                                };
                                b: {
                                    name: string;
                                    personId: string | null;
                                    stakeholderId: string;
                                    unit: string;
                                };
                                /** @enum {string} */
                                kind: "organisation" | "person";
                                reasons: ("same_email" | "same_phone" | "same_telegram" | "similar_name")[];
                                score: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stakeholders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations, with how many people may be written to; no names of people */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    kind?: string | string[];
                    limit?: number;
                    text?: string;
                    /** @description RI, a province 35 or a regency 35.73 */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            nextCursor: string | null;
                            stakeholders: components["schemas"]["Stakeholder"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add an organisation */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default true */
                        active?: boolean;
                        agreements?: {
                            /** Format: date-time */
                            expiresAt: string;
                            /** @description of one that is there already */
                            id?: string;
                            /** @default null */
                            link?: string | null;
                            number: string;
                            /** Format: date-time */
                            signedAt: string;
                            title: string;
                        }[];
                        /** @enum {string} */
                        kind: "ministry" | "bawaslu" | "dkpp" | "military_police" | "ngo" | "observer" | "party" | "media" | "university" | "platform" | "local_government" | "influencer";
                        /**
                         * @default [
                         *       "id"
                         *     ]
                         */
                        languages?: string[];
                        name: string;
                        /** @default  */
                        note?: string;
                        /** @description RI, a province 35 or a regency 35.73 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Stakeholder"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stakeholders/{stakeholder}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation with its people; that they were looked at is on record */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    stakeholder: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            persons: components["schemas"]["StakeholderPerson"][];
                            stakeholder: components["schemas"]["Stakeholder"];
                        };
                    };
                };
            };
        };
        /** Change an organisation; its people stay */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    stakeholder: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default true */
                        active?: boolean;
                        agreements?: {
                            /** Format: date-time */
                            expiresAt: string;
                            /** @description of one that is there already */
                            id?: string;
                            /** @default null */
                            link?: string | null;
                            number: string;
                            /** Format: date-time */
                            signedAt: string;
                            title: string;
                        }[];
                        /** @enum {string} */
                        kind: "ministry" | "bawaslu" | "dkpp" | "military_police" | "ngo" | "observer" | "party" | "media" | "university" | "platform" | "local_government" | "influencer";
                        /**
                         * @default [
                         *       "id"
                         *     ]
                         */
                        languages?: string[];
                        name: string;
                        /** @default  */
                        note?: string;
                        /** @description RI, a province 35 or a regency 35.73 */
                        unit: string;
                        /** @description as it was read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Stakeholder"];
                    };
                };
            };
        };
        post?: never;
        /** Erase an organisation and its people; who said stop is still not written to */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    stakeholder: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stakeholders/{stakeholder}/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    stakeholder: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        consent?: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            how: "form" | "letter" | "agreement" | "event" | "spoken";
                            /** @default  */
                            note?: string;
                        } | null;
                        contacts: {
                            address: string;
                            /** @enum {string} */
                            channel: "email" | "telegram" | "whatsapp";
                        }[];
                        name: string;
                        /** @default  */
                        position?: string;
                        /** @description of the organisation */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            persons: components["schemas"]["StakeholderPerson"][];
                            stakeholder: components["schemas"]["Stakeholder"];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stakeholders/{stakeholder}/persons/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a person; a consent later than their opt-out opens them again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    person: string;
                    stakeholder: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        consent?: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            how: "form" | "letter" | "agreement" | "event" | "spoken";
                            /** @default  */
                            note?: string;
                        } | null;
                        contacts: {
                            address: string;
                            /** @enum {string} */
                            channel: "email" | "telegram" | "whatsapp";
                        }[];
                        name: string;
                        /** @default  */
                        position?: string;
                        /** @description of the organisation */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            persons: components["schemas"]["StakeholderPerson"][];
                            stakeholder: components["schemas"]["Stakeholder"];
                        };
                    };
                };
            };
        };
        post?: never;
        /** Erase a person; an opt-out of theirs stays as a hash of the address */
        delete: {
            parameters: {
                query: {
                    version: number;
                };
                header?: never;
                path: {
                    person: string;
                    stakeholder: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            persons: components["schemas"]["StakeholderPerson"][];
                            stakeholder: components["schemas"]["Stakeholder"];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stakeholders/{stakeholder}/persons/{person}/opt-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person wants no messages any more, by any way */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    person: string;
                    stakeholder: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description as it was read */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            persons: components["schemas"]["StakeholderPerson"][];
                            stakeholder: components["schemas"]["Stakeholder"];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stakeholders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The book as CSV with every address; that it was taken is on record */
        get: {
            parameters: {
                query?: {
                    /** @description of rows that name none */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: never;
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stakeholders/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in a CSV file; rows that do not fit are named with their line and reason
         * @description Content-Type text/csv, UTF-8, at most 2 MB and 5,000 rows; the first line names the columns as the export does. The same file twice changes nothing.
         */
        post: {
            parameters: {
                query?: {
                    /** @description of rows that name none */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description persons of the file who said stop before and are still not written to */
                            optedOut: number;
                            organisations: {
                                added: number;
                                changed: number;
                            };
                            persons: {
                                added: number;
                                changed: number;
                                known: number;
                            };
                            refused: {
                                line: number;
                                reason: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is degraded, what it means, and how much waits */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Status"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Surveys, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            surveys: components["schemas"]["Survey"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Begin a survey; its public form takes answers while it is open */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        /**
                         * @description whether the public form takes answers
                         * @default true
                         */
                        open?: boolean;
                        /**
                         * @description people served in the span
                         * @default null
                         */
                        population?: number | null;
                        service: string;
                        /** Format: date-time */
                        to: string;
                        /** @description RI, a province 35 or a regency 35.73 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            respondents: number;
                            /** @description null without answers */
                            result: {
                                /** @enum {string} */
                                band: "A" | "B" | "C" | "D";
                                elements: {
                                    /** @enum {string} */
                                    band: "A" | "B" | "C" | "D";
                                    mean: number;
                                    name: string;
                                    respondents: number;
                                    value: number;
                                }[];
                                index: number;
                                meaning: string;
                            } | null;
                            sampleSize: number | null;
                            survey: components["schemas"]["Survey"];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/surveys/{survey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A survey with its index, by element, and the sample it needs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    survey: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            respondents: number;
                            /** @description null without answers */
                            result: {
                                /** @enum {string} */
                                band: "A" | "B" | "C" | "D";
                                elements: {
                                    /** @enum {string} */
                                    band: "A" | "B" | "C" | "D";
                                    mean: number;
                                    name: string;
                                    respondents: number;
                                    value: number;
                                }[];
                                index: number;
                                meaning: string;
                            } | null;
                            sampleSize: number | null;
                            survey: components["schemas"]["Survey"];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/surveys/{survey}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take answers from the rows of a sheet; a row sent twice counts once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    survey: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description the first is the head */
                        rows: string[][];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            known: number;
                            refused: {
                                reason: string;
                                row: number;
                            }[];
                            suggestions: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tiered-guides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What belongs in each part, and the output standards by kind of activity */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            outputRules: {
                                [key: string]: {
                                    key: string;
                                    rule: string;
                                }[];
                            };
                            parts: {
                                guide: string;
                                id: string;
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tiered-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports by period and unit */
        get: {
            parameters: {
                query?: {
                    period?: string | string[];
                    state?: string | string[];
                    /** @description RI, a province 35 or a regency 35.73 */
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reports: components["schemas"]["TieredReport"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Begin a unit's quarterly or yearly report, prefilled from its own data */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 2028-TW1, or 2028-TAHUN for a year */
                        period: string;
                        /** @description RI, a province 35 or a regency 35.73 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TieredReport"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TieredReport"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tiered-reports/{report}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TieredReport"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Write the narrative, correct figures; while it is a draft */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        figures?: {
                            [key: string]: number | null;
                        };
                        narrative?: {
                            [key: string]: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TieredReport"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/tiered-reports/{report}/files/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as a file; md is the form that `report check` reads */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    format: ("xlsx" | "csv" | "pdf" | "docx" | "html" | "json") | "md";
                    report: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tiered-reports/{report}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What its author should look at, with the passages side by side */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            findings: {
                                explanation: string;
                                /** @enum {string} */
                                kind: "copied_forward" | "edited_lightly" | "redated" | "neighbour" | "figures_identical" | "dates_elsewhere" | "figures_contradict" | "missing" | "late";
                                passages: {
                                    likeness: number;
                                    section: string;
                                    sourceText: string | null;
                                    text: string;
                                }[];
                                score: number;
                                source: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tiered-reports/{report}/pass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass it on: to the chair, the province, KPU RI */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description what the author says to findings
                         * @default null
                         */
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TieredReport"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tiered-reports/{report}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the system's numbers anew */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TieredReport"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tiered-reports/{report}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it back to its author, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TieredReport"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tiered-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deadlines and reminders */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @default 0.1 */
                            contradictionShare: number;
                            /**
                             * @default {
                             *       "draft": 7,
                             *       "chair_review": 10,
                             *       "province_review": 15,
                             *       "national_review": 20
                             *     }
                             */
                            quarter: {
                                chair_review: number;
                                draft: number;
                                national_review: number;
                                province_review: number;
                            };
                            /**
                             * @default [
                             *       7,
                             *       3,
                             *       1
                             *     ]
                             */
                            remindDaysBefore: number[];
                            /**
                             * @default {
                             *       "draft": 14,
                             *       "chair_review": 17,
                             *       "province_review": 24,
                             *       "national_review": 31
                             *     }
                             */
                            year: {
                                chair_review: number;
                                draft: number;
                                national_review: number;
                                province_review: number;
                            };
                        };
                    };
                };
            };
        };
        /** Change deadlines and reminders */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default 0.1 */
                        contradictionShare?: number;
                        /**
                         * @default {
                         *       "draft": 7,
                         *       "chair_review": 10,
                         *       "province_review": 15,
                         *       "national_review": 20
                         *     }
                         */
                        quarter?: {
                            chair_review: number;
                            draft: number;
                            national_review: number;
                            province_review: number;
                        };
                        /**
                         * @default [
                         *       7,
                         *       3,
                         *       1
                         *     ]
                         */
                        remindDaysBefore?: number[];
                        /**
                         * @default {
                         *       "draft": 14,
                         *       "chair_review": 17,
                         *       "province_review": 24,
                         *       "national_review": 31
                         *     }
                         */
                        year?: {
                            chair_review: number;
                            draft: number;
                            national_review: number;
                            province_review: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @default 0.1 */
                            contradictionShare: number;
                            /**
                             * @default {
                             *       "draft": 7,
                             *       "chair_review": 10,
                             *       "province_review": 15,
                             *       "national_review": 20
                             *     }
                             */
                            quarter: {
                                chair_review: number;
                                draft: number;
                                national_review: number;
                                province_review: number;
                            };
                            /**
                             * @default [
                             *       7,
                             *       3,
                             *       1
                             *     ]
                             */
                            remindDaysBefore: number[];
                            /**
                             * @default {
                             *       "draft": 14,
                             *       "chair_review": 17,
                             *       "province_review": 24,
                             *       "national_review": 31
                             *     }
                             */
                            year: {
                                chair_review: number;
                                draft: number;
                                national_review: number;
                                province_review: number;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** KPU RI, every province, regency and city, with its time zone, and whether it is closed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            units: components["schemas"]["Unit"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Adds a province, regency or city, renames it, corrects its zone, closes or opens it; for KPU RI
         * @description The whole of what differs from the bundled data is sent each time. Nothing is ever deleted: issues and reports keep the code of a closed unit, and it takes no new people, sources or duties.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        closed?: boolean;
                        name: string;
                        reason: string;
                        /** @enum {string} */
                        zone?: "Asia/Jakarta" | "Asia/Makassar" | "Asia/Jayapura";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Unit"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units/{unit}/source-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to watch for a province or regency, ready for POST /v1/sources */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    unit: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            proposals: components["schemas"]["NewSource"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of this unit and below */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            nextAfter: string | null;
                            users: components["schemas"]["User"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a person’s name or rights, or shut them out; one’s own rights are changed by somebody else */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active?: boolean;
                        grants?: {
                            /** @enum {string} */
                            role: "reader" | "analyst" | "drafter" | "approver" | "head" | "administrator";
                            unit: "RI" | string;
                        }[];
                        name?: string;
                        reason: string;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/watch-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Weights and thresholds in force: risk, priority, detection, waking */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alerts: {
                                /** @default 6 */
                                calmBuckets: number;
                                /** @default 0.25 */
                                calmShare: number;
                                /** @default 2 */
                                doubling: number;
                                /** @default 1 */
                                falseAlarmsPerMonth: number;
                                /** @default 24 */
                                mergeHours: number;
                                /** @default 6 */
                                wakingHours: number;
                                /** @default 5 */
                                wakings: number;
                            };
                            priority: {
                                /** @default 15 */
                                adverse: number;
                                /** @default 10 */
                                clock: number;
                                /** @default 48 */
                                halfLifeHours: number;
                                /** @default 5 */
                                indication: number;
                                /** @default 20 */
                                reach: number;
                                /** @default 35 */
                                risk: number;
                                /** @default 15 */
                                trend: number;
                            };
                            push: {
                                /** @default 0.2 */
                                adverseShare: number;
                                /** @default tinggi */
                                floor: ("rendah" | "sedang" | "tinggi" | "kritis") | null;
                                /**
                                 * @default tinggi
                                 * @enum {string}
                                 */
                                pushFrom: "rendah" | "sedang" | "tinggi" | "kritis";
                                /** @default 0.4 */
                                questionShare: number;
                                /** @default 0.6 */
                                syndicatedShare: number;
                                /** @default 8 */
                                voicesPerActor: number;
                            };
                            risk: {
                                /**
                                 * @default tinggi
                                 * @enum {string}
                                 */
                                floorOfImpact5: "rendah" | "sedang" | "tinggi" | "kritis";
                                levelStart: {
                                    /** @default 15 */
                                    kritis: number;
                                    /** @default 5 */
                                    sedang: number;
                                    /** @default 10 */
                                    tinggi: number;
                                };
                                likelihood: {
                                    /** @default 3 */
                                    accounts2: number;
                                    /** @default 100000 */
                                    followers4: number;
                                    /** @default 1000 */
                                    interactions3: number;
                                    /** @default 5 */
                                    outlets5: number;
                                    /** @default 3 */
                                    outletTier4: number;
                                    /** @default 6 */
                                    outletWindowHours5: number;
                                    /** @default 2 */
                                    platforms3: number;
                                    /** @default 10 */
                                    posts2: number;
                                    /** @default 100 */
                                    posts3: number;
                                    /** @default 5 */
                                    provinces5: number;
                                };
                                /** @default 0.2 */
                                signalShare: number;
                                /**
                                 * @default {
                                 *       "logistik": 3,
                                 *       "dpt": 3,
                                 *       "sirekap": 4,
                                 *       "pemungutan suara": 3,
                                 *       "rekapitulasi": 4,
                                 *       "pencalonan": 3,
                                 *       "kampanye": 2,
                                 *       "anggaran": 2,
                                 *       "etik": 2,
                                 *       "sosialisasi": 2,
                                 *       "keamanan": 3,
                                 *       "lainnya": 2
                                 *     }
                                 */
                                topicImpact: {
                                    [key: string]: number;
                                };
                            };
                            spike: {
                                /** @default 2 */
                                busyMean: number;
                                /** @default 3.5 */
                                busyStableZ: number;
                                /** @default 4.5 */
                                busyZ: number;
                                /** @default 100000 */
                                claimFollowers: number;
                                /** @default 0.75 */
                                clockShare: number;
                                /** @default 24 */
                                coldStartHours: number;
                                /** @default 3 */
                                minimumActors: number;
                                /**
                                 * @default {
                                 *       "regency": 5,
                                 *       "province": 10,
                                 *       "national": 30
                                 *     }
                                 */
                                minimumCount: {
                                    national: number;
                                    province: number;
                                    regency: number;
                                };
                                /** @default 0.15 */
                                negativeJump: number;
                                /** @default 30 */
                                negativeMinimum: number;
                                /** @default 0.001 */
                                negativeP: number;
                                /** @default 0.001 */
                                quietIssueP: number;
                                /** @default 0.000001 */
                                quietP: number;
                                /** @default 8 */
                                silenceFactor: number;
                                /** @default 1.5 */
                                silenceLongest: number;
                                /** @default 6 */
                                silenceMinimumHours: number;
                                /** @default 0.99 */
                                winsorQuantile: number;
                            };
                        };
                    };
                };
            };
        };
        /** Set weights and thresholds; what is left out has its default */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default {} */
                        alerts?: {
                            /** @default 6 */
                            calmBuckets?: number;
                            /** @default 0.25 */
                            calmShare?: number;
                            /** @default 2 */
                            doubling?: number;
                            /** @default 1 */
                            falseAlarmsPerMonth?: number;
                            /** @default 24 */
                            mergeHours?: number;
                            /** @default 6 */
                            wakingHours?: number;
                            /** @default 5 */
                            wakings?: number;
                        };
                        /** @default {} */
                        priority?: {
                            /** @default 15 */
                            adverse?: number;
                            /** @default 10 */
                            clock?: number;
                            /** @default 48 */
                            halfLifeHours?: number;
                            /** @default 5 */
                            indication?: number;
                            /** @default 20 */
                            reach?: number;
                            /** @default 35 */
                            risk?: number;
                            /** @default 15 */
                            trend?: number;
                        };
                        /** @default {} */
                        push?: {
                            /** @default 0.2 */
                            adverseShare?: number;
                            /** @default tinggi */
                            floor?: ("rendah" | "sedang" | "tinggi" | "kritis") | null;
                            /**
                             * @default tinggi
                             * @enum {string}
                             */
                            pushFrom?: "rendah" | "sedang" | "tinggi" | "kritis";
                            /** @default 0.4 */
                            questionShare?: number;
                            /** @default 0.6 */
                            syndicatedShare?: number;
                            /** @default 8 */
                            voicesPerActor?: number;
                        };
                        /** @default {} */
                        risk?: {
                            /**
                             * @default tinggi
                             * @enum {string}
                             */
                            floorOfImpact5?: "rendah" | "sedang" | "tinggi" | "kritis";
                            /** @default {} */
                            levelStart?: {
                                /** @default 15 */
                                kritis?: number;
                                /** @default 5 */
                                sedang?: number;
                                /** @default 10 */
                                tinggi?: number;
                            };
                            /** @default {} */
                            likelihood?: {
                                /** @default 3 */
                                accounts2?: number;
                                /** @default 100000 */
                                followers4?: number;
                                /** @default 1000 */
                                interactions3?: number;
                                /** @default 5 */
                                outlets5?: number;
                                /** @default 3 */
                                outletTier4?: number;
                                /** @default 6 */
                                outletWindowHours5?: number;
                                /** @default 2 */
                                platforms3?: number;
                                /** @default 10 */
                                posts2?: number;
                                /** @default 100 */
                                posts3?: number;
                                /** @default 5 */
                                provinces5?: number;
                            };
                            /** @default 0.2 */
                            signalShare?: number;
                            /**
                             * @default {
                             *       "logistik": 3,
                             *       "dpt": 3,
                             *       "sirekap": 4,
                             *       "pemungutan suara": 3,
                             *       "rekapitulasi": 4,
                             *       "pencalonan": 3,
                             *       "kampanye": 2,
                             *       "anggaran": 2,
                             *       "etik": 2,
                             *       "sosialisasi": 2,
                             *       "keamanan": 3,
                             *       "lainnya": 2
                             *     }
                             */
                            topicImpact?: {
                                [key: string]: number;
                            };
                        };
                        /** @default {} */
                        spike?: {
                            /** @default 2 */
                            busyMean?: number;
                            /** @default 3.5 */
                            busyStableZ?: number;
                            /** @default 4.5 */
                            busyZ?: number;
                            /** @default 100000 */
                            claimFollowers?: number;
                            /** @default 0.75 */
                            clockShare?: number;
                            /** @default 24 */
                            coldStartHours?: number;
                            /** @default 3 */
                            minimumActors?: number;
                            /**
                             * @default {
                             *       "regency": 5,
                             *       "province": 10,
                             *       "national": 30
                             *     }
                             */
                            minimumCount?: {
                                national: number;
                                province: number;
                                regency: number;
                            };
                            /** @default 0.15 */
                            negativeJump?: number;
                            /** @default 30 */
                            negativeMinimum?: number;
                            /** @default 0.001 */
                            negativeP?: number;
                            /** @default 0.001 */
                            quietIssueP?: number;
                            /** @default 0.000001 */
                            quietP?: number;
                            /** @default 8 */
                            silenceFactor?: number;
                            /** @default 1.5 */
                            silenceLongest?: number;
                            /** @default 6 */
                            silenceMinimumHours?: number;
                            /** @default 0.99 */
                            winsorQuantile?: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alerts: {
                                /** @default 6 */
                                calmBuckets: number;
                                /** @default 0.25 */
                                calmShare: number;
                                /** @default 2 */
                                doubling: number;
                                /** @default 1 */
                                falseAlarmsPerMonth: number;
                                /** @default 24 */
                                mergeHours: number;
                                /** @default 6 */
                                wakingHours: number;
                                /** @default 5 */
                                wakings: number;
                            };
                            priority: {
                                /** @default 15 */
                                adverse: number;
                                /** @default 10 */
                                clock: number;
                                /** @default 48 */
                                halfLifeHours: number;
                                /** @default 5 */
                                indication: number;
                                /** @default 20 */
                                reach: number;
                                /** @default 35 */
                                risk: number;
                                /** @default 15 */
                                trend: number;
                            };
                            push: {
                                /** @default 0.2 */
                                adverseShare: number;
                                /** @default tinggi */
                                floor: ("rendah" | "sedang" | "tinggi" | "kritis") | null;
                                /**
                                 * @default tinggi
                                 * @enum {string}
                                 */
                                pushFrom: "rendah" | "sedang" | "tinggi" | "kritis";
                                /** @default 0.4 */
                                questionShare: number;
                                /** @default 0.6 */
                                syndicatedShare: number;
                                /** @default 8 */
                                voicesPerActor: number;
                            };
                            risk: {
                                /**
                                 * @default tinggi
                                 * @enum {string}
                                 */
                                floorOfImpact5: "rendah" | "sedang" | "tinggi" | "kritis";
                                levelStart: {
                                    /** @default 15 */
                                    kritis: number;
                                    /** @default 5 */
                                    sedang: number;
                                    /** @default 10 */
                                    tinggi: number;
                                };
                                likelihood: {
                                    /** @default 3 */
                                    accounts2: number;
                                    /** @default 100000 */
                                    followers4: number;
                                    /** @default 1000 */
                                    interactions3: number;
                                    /** @default 5 */
                                    outlets5: number;
                                    /** @default 3 */
                                    outletTier4: number;
                                    /** @default 6 */
                                    outletWindowHours5: number;
                                    /** @default 2 */
                                    platforms3: number;
                                    /** @default 10 */
                                    posts2: number;
                                    /** @default 100 */
                                    posts3: number;
                                    /** @default 5 */
                                    provinces5: number;
                                };
                                /** @default 0.2 */
                                signalShare: number;
                                /**
                                 * @default {
                                 *       "logistik": 3,
                                 *       "dpt": 3,
                                 *       "sirekap": 4,
                                 *       "pemungutan suara": 3,
                                 *       "rekapitulasi": 4,
                                 *       "pencalonan": 3,
                                 *       "kampanye": 2,
                                 *       "anggaran": 2,
                                 *       "etik": 2,
                                 *       "sosialisasi": 2,
                                 *       "keamanan": 3,
                                 *       "lainnya": 2
                                 *     }
                                 */
                                topicImpact: {
                                    [key: string]: number;
                                };
                            };
                            spike: {
                                /** @default 2 */
                                busyMean: number;
                                /** @default 3.5 */
                                busyStableZ: number;
                                /** @default 4.5 */
                                busyZ: number;
                                /** @default 100000 */
                                claimFollowers: number;
                                /** @default 0.75 */
                                clockShare: number;
                                /** @default 24 */
                                coldStartHours: number;
                                /** @default 3 */
                                minimumActors: number;
                                /**
                                 * @default {
                                 *       "regency": 5,
                                 *       "province": 10,
                                 *       "national": 30
                                 *     }
                                 */
                                minimumCount: {
                                    national: number;
                                    province: number;
                                    regency: number;
                                };
                                /** @default 0.15 */
                                negativeJump: number;
                                /** @default 30 */
                                negativeMinimum: number;
                                /** @default 0.001 */
                                negativeP: number;
                                /** @default 0.001 */
                                quietIssueP: number;
                                /** @default 0.000001 */
                                quietP: number;
                                /** @default 8 */
                                silenceFactor: number;
                                /** @default 1.5 */
                                silenceLongest: number;
                                /** @default 6 */
                                silenceMinimumHours: number;
                                /** @default 0.99 */
                                winsorQuantile: number;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What a person decided about links; the engine obeys it */
        Act: {
            /** Format: date-time */
            at: string;
            by: string;
            from?: string[];
            id: string;
            /** @enum {string} */
            kind: "must_link" | "cannot_link" | "pin" | "split" | "rename";
            left: string;
            right: string;
            stays?: string[];
            stories?: string[];
            title?: string;
            undoneAt: string | null;
        };
        /** @description What a person decided about links; the engine obeys it */
        ActInput: {
            /** Format: date-time */
            at: string;
            by: string;
            from?: string[];
            id: string;
            /** @enum {string} */
            kind: "must_link" | "cannot_link" | "pin" | "split" | "rename";
            left: string;
            right: string;
            stays?: string[];
            stories?: string[];
            title?: string;
            undoneAt: string | null;
        };
        Activity: {
            /** Format: date-time */
            at: string;
            audience: number | null;
            by: string;
            checklist: {
                [key: string]: boolean;
            };
            /** Format: date-time */
            createdAt: string;
            id: string;
            /** @enum {string} */
            kind: "coverage" | "release" | "conference" | "publication" | "livestream" | "event" | "stakeholder" | "survey" | "aspiration";
            links: string[];
            note: string | null;
            place: string | null;
            title: string;
            unit: string;
        };
        ActivityInput: {
            /** Format: date-time */
            at: string;
            audience: number | null;
            by: string;
            checklist: {
                [key: string]: boolean;
            };
            /** Format: date-time */
            createdAt: string;
            id: string;
            /** @enum {string} */
            kind: "coverage" | "release" | "conference" | "publication" | "livestream" | "event" | "stakeholder" | "survey" | "aspiration";
            links: string[];
            note: string | null;
            place: string | null;
            title: string;
            unit: string;
        };
        Alert: {
            /** @default [] */
            areas: string[];
            /** Format: date-time */
            at: string;
            baseline: number;
            /** @default 60 */
            bucketMinutes: number;
            /** @default [] */
            counts: number[];
            factor: number;
            /** @default false */
            falseAlarm: boolean;
            firstItemId: string | null;
            /** @default null */
            held: string | null;
            id: string;
            issueId: string | null;
            /** @enum {string} */
            level: "rendah" | "sedang" | "tinggi" | "kritis";
            observed: number;
            /** @default {} */
            platforms: {
                [key: string]: number;
            };
            push: boolean;
            /** @enum {string} */
            rule: "busy_z" | "quiet_tail" | "cold_start" | "negative_jump" | "claim_match" | "source_silent" | "clock_at_risk" | "level_doubled" | "recovered" | "escalated";
            sentence: string;
            statistic: number | null;
            storyIds: string[];
            unit: string;
        };
        AlertInput: {
            /** @default [] */
            areas?: string[];
            /** Format: date-time */
            at: string;
            baseline: number;
            /** @default 60 */
            bucketMinutes?: number;
            /** @default [] */
            counts?: number[];
            factor: number;
            /** @default false */
            falseAlarm?: boolean;
            firstItemId: string | null;
            /** @default null */
            held?: string | null;
            id: string;
            issueId: string | null;
            /** @enum {string} */
            level: "rendah" | "sedang" | "tinggi" | "kritis";
            observed: number;
            /** @default {} */
            platforms?: {
                [key: string]: number;
            };
            push: boolean;
            /** @enum {string} */
            rule: "busy_z" | "quiet_tail" | "cold_start" | "negative_jump" | "claim_match" | "source_silent" | "clock_at_risk" | "level_doubled" | "recovered" | "escalated";
            sentence: string;
            statistic: number | null;
            storyIds: string[];
            unit: string;
        };
        AlikeIssue: {
            /**
             * Format: date-time
             * @description when the two were last found alike
             */
            at: string;
            id: string;
            items: number;
            number: string;
            /** @description name of the person who has it */
            owner: string | null;
            /** @enum {string} */
            state: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
            /** @description Indonesian */
            stateName: string;
            title: string;
            unique: number;
        };
        AlikeIssueInput: {
            /**
             * Format: date-time
             * @description when the two were last found alike
             */
            at: string;
            id: string;
            items: number;
            number: string;
            /** @description name of the person who has it */
            owner: string | null;
            /** @enum {string} */
            state: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
            /** @description Indonesian */
            stateName: string;
            title: string;
            unique: number;
        };
        Answer: {
            approvedAt: string | null;
            approver: string | null;
            claimId: string | null;
            code: string;
            correctionNote: string | null;
            corrects: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            drafters: string[];
            factIds: string[];
            id: string;
            isCriticism: boolean;
            issueId: string | null;
            /** @enum {string} */
            kind: "holding" | "denial" | "correction" | "admission" | "reply";
            notes: {
                /** @default null */
                extent: string | null;
                /** @default null */
                nextUpdate: string | null;
                /** @default null */
                remedy: string | null;
                /** @default null */
                remedyBy: string | null;
                /** @default null */
                subject: string | null;
                /** @default null */
                trueCore: string | null;
            };
            publicationId: string | null;
            reviewAt: string | null;
            /** @enum {string} */
            state: "draft" | "submitted" | "approved" | "published" | "discarded";
            submittedAt: string | null;
            submittedBy: string | null;
            texts: {
                blocks: {
                    heading: string | null;
                    /** @enum {string} */
                    role: "fact" | "warning" | "why" | "fact_again" | "check" | "lead" | "body" | "question" | "point" | "scene" | "closing" | "source";
                    sentences: {
                        from: string[];
                        text: string;
                    }[];
                }[];
                /** @enum {string} */
                channel: "web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points";
                /** @enum {string} */
                origin: "rules" | "person" | "model";
                takenOverBy: string | null;
                title: {
                    from: string[];
                    text: string;
                } | null;
            }[];
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            version: number;
        };
        AnswerBrief: {
            approvedAt: string | null;
            approver: string | null;
            claimId: string | null;
            code: string;
            correctionNote: string | null;
            corrects: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            drafters: string[];
            factIds: string[];
            id: string;
            isCriticism: boolean;
            issueId: string | null;
            /** @enum {string} */
            kind: "holding" | "denial" | "correction" | "admission" | "reply";
            notes: {
                /** @default null */
                extent: string | null;
                /** @default null */
                nextUpdate: string | null;
                /** @default null */
                remedy: string | null;
                /** @default null */
                remedyBy: string | null;
                /** @default null */
                subject: string | null;
                /** @default null */
                trueCore: string | null;
            };
            publicationId: string | null;
            reviewAt: string | null;
            /** @enum {string} */
            state: "draft" | "submitted" | "approved" | "published" | "discarded";
            submittedAt: string | null;
            submittedBy: string | null;
            /** @description of the web page, else the first title it has */
            title: string | null;
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            version: number;
        };
        AnswerBriefInput: {
            approvedAt: string | null;
            approver: string | null;
            claimId: string | null;
            code: string;
            correctionNote: string | null;
            corrects: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            drafters: string[];
            factIds: string[];
            id: string;
            isCriticism: boolean;
            issueId: string | null;
            /** @enum {string} */
            kind: "holding" | "denial" | "correction" | "admission" | "reply";
            notes: {
                /** @default null */
                extent?: string | null;
                /** @default null */
                nextUpdate?: string | null;
                /** @default null */
                remedy?: string | null;
                /** @default null */
                remedyBy?: string | null;
                /** @default null */
                subject?: string | null;
                /** @default null */
                trueCore?: string | null;
            };
            publicationId: string | null;
            reviewAt: string | null;
            /** @enum {string} */
            state: "draft" | "submitted" | "approved" | "published" | "discarded";
            submittedAt: string | null;
            submittedBy: string | null;
            /** @description of the web page, else the first title it has */
            title: string | null;
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            version: number;
        };
        AnswerInput: {
            approvedAt: string | null;
            approver: string | null;
            claimId: string | null;
            code: string;
            correctionNote: string | null;
            corrects: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            drafters: string[];
            factIds: string[];
            id: string;
            isCriticism: boolean;
            issueId: string | null;
            /** @enum {string} */
            kind: "holding" | "denial" | "correction" | "admission" | "reply";
            notes: {
                /** @default null */
                extent?: string | null;
                /** @default null */
                nextUpdate?: string | null;
                /** @default null */
                remedy?: string | null;
                /** @default null */
                remedyBy?: string | null;
                /** @default null */
                subject?: string | null;
                /** @default null */
                trueCore?: string | null;
            };
            publicationId: string | null;
            reviewAt: string | null;
            /** @enum {string} */
            state: "draft" | "submitted" | "approved" | "published" | "discarded";
            submittedAt: string | null;
            submittedBy: string | null;
            texts: {
                blocks: {
                    heading: string | null;
                    /** @enum {string} */
                    role: "fact" | "warning" | "why" | "fact_again" | "check" | "lead" | "body" | "question" | "point" | "scene" | "closing" | "source";
                    sentences: {
                        from: string[];
                        text: string;
                    }[];
                }[];
                /** @enum {string} */
                channel: "web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points";
                /** @enum {string} */
                origin: "rules" | "person" | "model";
                takenOverBy: string | null;
                title: {
                    from: string[];
                    text: string;
                } | null;
            }[];
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            version: number;
        };
        AnswerText: {
            blocks: {
                heading: string | null;
                /** @enum {string} */
                role: "fact" | "warning" | "why" | "fact_again" | "check" | "lead" | "body" | "question" | "point" | "scene" | "closing" | "source";
                sentences: {
                    from: string[];
                    text: string;
                }[];
            }[];
            /** @enum {string} */
            channel: "web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points";
            lint: {
                ease: {
                    /** @description reading ease, 0 hard to 100 easy; null below ten words */
                    score: number | null;
                    words: number;
                    wordsPerSentence: number;
                };
                findings: components["schemas"]["LintFinding"][];
                isFit: boolean;
            };
            /** @enum {string} */
            origin: "rules" | "person" | "model";
            /** @description as people copy it */
            plain: string;
            takenOverBy: string | null;
            title: {
                from: string[];
                text: string;
            } | null;
        };
        AnswerTextInput: {
            blocks: {
                heading: string | null;
                /** @enum {string} */
                role: "fact" | "warning" | "why" | "fact_again" | "check" | "lead" | "body" | "question" | "point" | "scene" | "closing" | "source";
                sentences: {
                    from: string[];
                    text: string;
                }[];
            }[];
            /** @enum {string} */
            channel: "web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points";
            lint: {
                ease: {
                    /** @description reading ease, 0 hard to 100 easy; null below ten words */
                    score: number | null;
                    words: number;
                    wordsPerSentence: number;
                };
                findings: components["schemas"]["LintFindingInput"][];
                isFit: boolean;
            };
            /** @enum {string} */
            origin: "rules" | "person" | "model";
            /** @description as people copy it */
            plain: string;
            takenOverBy: string | null;
            title: {
                from: string[];
                text: string;
            } | null;
        };
        ApiKey: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            name: string;
            permissions: ("read" | "triage" | "draft" | "approve" | "manage" | "audit")[];
            revokedAt: string | null;
            unit: string;
        };
        ApiKeyInput: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            name: string;
            permissions: ("read" | "triage" | "draft" | "approve" | "manage" | "audit")[];
            revokedAt: string | null;
            unit: string;
        };
        Attachment: {
            /** Format: date-time */
            at: string;
            by: string;
            bytes: number;
            hash: string;
            id: string;
            issueId: string;
            name: string;
            type: string;
        };
        AttachmentInput: {
            /** Format: date-time */
            at: string;
            by: string;
            bytes: number;
            hash: string;
            id: string;
            issueId: string;
            name: string;
            type: string;
        };
        AuditEntry: {
            about?: string[];
            action: string;
            actor: string;
            after: unknown;
            /** Format: date-time */
            at: string;
            before: unknown;
            hash: string;
            previousHash: string;
            reason: string | null;
            sequence: number;
            subject: string;
        };
        AuditEntryInput: {
            about?: string[];
            action: string;
            actor: string;
            after: unknown;
            /** Format: date-time */
            at: string;
            before: unknown;
            hash: string;
            previousHash: string;
            reason: string | null;
            sequence: number;
            subject: string;
        };
        BroadcastGroup: {
            active: boolean;
            id: string;
            kind: ("ministry" | "bawaslu" | "dkpp" | "military_police" | "ngo" | "observer" | "party" | "media" | "university" | "platform" | "local_government" | "influencer") | null;
            members: number | null;
            name: string;
            /** @enum {string} */
            platform: "whatsapp" | "telegram";
            unit: "RI" | string;
            version: number;
        };
        BroadcastGroupInput: {
            active: boolean;
            id: string;
            kind: ("ministry" | "bawaslu" | "dkpp" | "military_police" | "ngo" | "observer" | "party" | "media" | "university" | "platform" | "local_government" | "influencer") | null;
            members: number | null;
            name: string;
            /** @enum {string} */
            platform: "whatsapp" | "telegram";
            unit: "RI" | string;
            version: number;
        };
        Campaign: {
            channels: ("email" | "telegram" | "whatsapp")[];
            /** Format: date-time */
            dueAt: string;
            endedAt: string | null;
            id: string;
            kinds: ("ministry" | "bawaslu" | "dkpp" | "military_police" | "ngo" | "observer" | "party" | "media" | "university" | "platform" | "local_government" | "influencer")[];
            note: string;
            package: {
                card: string | null;
                link: string;
                text: string;
                title: string;
            };
            publicationId: string;
            /** Format: date-time */
            startedAt: string;
            startedBy: string;
            /** @enum {string} */
            state: "running" | "ended";
            tiers: ("national" | "province" | "regency")[];
            unit: "RI" | string;
            version: number;
        };
        CampaignInput: {
            channels: ("email" | "telegram" | "whatsapp")[];
            /** Format: date-time */
            dueAt: string;
            endedAt: string | null;
            id: string;
            kinds: ("ministry" | "bawaslu" | "dkpp" | "military_police" | "ngo" | "observer" | "party" | "media" | "university" | "platform" | "local_government" | "influencer")[];
            note: string;
            package: {
                card: string | null;
                link: string;
                text: string;
                title: string;
            };
            publicationId: string;
            /** Format: date-time */
            startedAt: string;
            startedBy: string;
            /** @enum {string} */
            state: "running" | "ended";
            tiers: ("national" | "province" | "regency")[];
            unit: "RI" | string;
            version: number;
        };
        CitizenReport: {
            /** Format: date-time */
            at: string;
            contact: string | null;
            hasScreenshot: boolean;
            id: string;
            itemId: string | null;
            /** @enum {string} */
            state: "reading" | "taken" | "waiting_text";
            text: string | null;
            unit: string;
            url: string | null;
        };
        CitizenReportInput: {
            /** Format: date-time */
            at: string;
            contact: string | null;
            hasScreenshot: boolean;
            id: string;
            itemId: string | null;
            /** @enum {string} */
            state: "reading" | "taken" | "waiting_text";
            text: string | null;
            unit: string;
            url: string | null;
        };
        Claim: {
            approvedAt: string | null;
            approver: string | null;
            areas: string[];
            checkedAt: string | null;
            checker: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            evidence: {
                /** @default null */
                archiveHash: string | null;
                /** @enum {string} */
                tier: "primary" | "secondary";
                title: string;
                /** Format: uri */
                url: string;
            }[];
            explanation: string;
            firstAppearedAt: string | null;
            firstUrl: string | null;
            id: string;
            informationType: ("misinformation" | "disinformation" | "malinformation") | null;
            kind: ("satire" | "misleading" | "imposter" | "fabricated" | "false_connection" | "false_context" | "manipulated") | null;
            reviewAt: string | null;
            sightings: {
                /** @default null */
                archiveHash: string | null;
                at: string | null;
                note: string;
                platform: ("news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other") | null;
                url: string | null;
            }[];
            stage: string | null;
            text: string;
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            url: string | null;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            version: number;
            withdrawnAt: string | null;
        };
        ClaimInput: {
            approvedAt: string | null;
            approver: string | null;
            areas: string[];
            checkedAt: string | null;
            checker: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            evidence: {
                /** @default null */
                archiveHash?: string | null;
                /** @enum {string} */
                tier: "primary" | "secondary";
                title: string;
                /** Format: uri */
                url: string;
            }[];
            explanation: string;
            firstAppearedAt: string | null;
            firstUrl: string | null;
            id: string;
            informationType: ("misinformation" | "disinformation" | "malinformation") | null;
            kind: ("satire" | "misleading" | "imposter" | "fabricated" | "false_connection" | "false_context" | "manipulated") | null;
            reviewAt: string | null;
            sightings: {
                /** @default null */
                archiveHash?: string | null;
                at: string | null;
                note: string;
                platform: ("news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other") | null;
                url: string | null;
            }[];
            stage: string | null;
            text: string;
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            url: string | null;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            version: number;
            withdrawnAt: string | null;
        };
        ClaimLink: {
            agrees: string[];
            /** Format: date-time */
            at: string;
            /** @description linked by the machine: near-identical to an approved claim */
            automatic: boolean;
            /** @enum {string} */
            by: "machine" | "person";
            /** @description others of this list that cannot hold beside it */
            contradicts: {
                /** @description the other entry */
                id: string;
                /** @enum {string} */
                kind: "verdicts" | "statements";
                reason: string;
            }[];
            decidedAt: string | null;
            differs: string[];
            entry: components["schemas"]["KnowledgeEntry"];
            entryId: string;
            /** @enum {string} */
            entryKind: "claim" | "fact_check";
            id: string;
            isRepost: boolean;
            person: string | null;
            platform: ("news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other") | null;
            rank: number;
            score: number;
            stance: ("none" | "menyebarkan" | "membantah" | "bertanya" | "memberitakan") | null;
            /** @enum {string} */
            state: "suggested" | "linked" | "rejected";
            subjectId: string;
            /** @enum {string} */
            subjectKind: "item" | "issue";
            via?: string;
        };
        ClaimLinkInput: {
            agrees: string[];
            /** Format: date-time */
            at: string;
            /** @description linked by the machine: near-identical to an approved claim */
            automatic: boolean;
            /** @enum {string} */
            by: "machine" | "person";
            /** @description others of this list that cannot hold beside it */
            contradicts: {
                /** @description the other entry */
                id: string;
                /** @enum {string} */
                kind: "verdicts" | "statements";
                reason: string;
            }[];
            decidedAt: string | null;
            differs: string[];
            entry: components["schemas"]["KnowledgeEntryInput"];
            entryId: string;
            /** @enum {string} */
            entryKind: "claim" | "fact_check";
            id: string;
            isRepost: boolean;
            person: string | null;
            platform: ("news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other") | null;
            rank: number;
            score: number;
            stance: ("none" | "menyebarkan" | "membantah" | "bertanya" | "memberitakan") | null;
            /** @enum {string} */
            state: "suggested" | "linked" | "rejected";
            subjectId: string;
            /** @enum {string} */
            subjectKind: "item" | "issue";
            via?: string;
        };
        ClaimSpread: {
            /** @description not spread */
            asking: number;
            /** @description not spread */
            denying: number;
            firstAt: string | null;
            issues: number;
            lastAt: string | null;
            platforms: {
                [key: string]: number;
            };
            /** @description not spread */
            reporting: number;
            /** @description items that carry the claim on, re-posts included */
            spreading: number;
            unique: number;
        };
        ClaimSpreadInput: {
            /** @description not spread */
            asking: number;
            /** @description not spread */
            denying: number;
            firstAt: string | null;
            issues: number;
            lastAt: string | null;
            platforms: {
                [key: string]: number;
            };
            /** @description not spread */
            reporting: number;
            /** @description items that carry the claim on, re-posts included */
            spreading: number;
            unique: number;
        };
        Coverage: {
            gaps: {
                detail: string;
                /** @enum {string} */
                kind: "no_local_outlet" | "local_outlets_dead" | "no_query";
                name: string;
                unit: string;
            }[];
            units: number;
        };
        CoverageInput: {
            gaps: {
                detail: string;
                /** @enum {string} */
                kind: "no_local_outlet" | "local_outlets_dead" | "no_query";
                name: string;
                unit: string;
            }[];
            units: number;
        };
        Decision: {
            /** @description taken back together: POST /v1/acts/:act/undo for any of them */
            acts: string[];
            /** Format: date-time */
            at: string;
            /** @description name of the person */
            by: string;
            /** @description number of the issue that a split or an item was taken from */
            from: string | null;
            /** @description number of the issue that an item was pinned to */
            into: string | null;
            /** @description you see all that it is about, and may take it back */
            isOpen: boolean;
            /** @enum {string} */
            kind: "merge" | "split" | "pin" | "rename" | "apart";
            /** @description number of the issue that a split made, once it is there */
            made: string | null;
            /** @description number of the merged issue or of the one kept apart, titles of stories or of the item, the title given */
            subjects: string[];
        };
        DecisionInput: {
            /** @description taken back together: POST /v1/acts/:act/undo for any of them */
            acts: string[];
            /** Format: date-time */
            at: string;
            /** @description name of the person */
            by: string;
            /** @description number of the issue that a split or an item was taken from */
            from: string | null;
            /** @description number of the issue that an item was pinned to */
            into: string | null;
            /** @description you see all that it is about, and may take it back */
            isOpen: boolean;
            /** @enum {string} */
            kind: "merge" | "split" | "pin" | "rename" | "apart";
            /** @description number of the issue that a split made, once it is there */
            made: string | null;
            /** @description number of the merged issue or of the one kept apart, titles of stories or of the item, the title given */
            subjects: string[];
        };
        Effect: {
            after: {
                carrying: number;
                carryingShare: number | null;
                /** Format: date-time */
                from: string;
                items: number;
                n: number;
                negativeShare: number | null;
                netTone: number | null;
                query: string;
                /** Format: date-time */
                to: string;
            };
            before: {
                carrying: number;
                carryingShare: number | null;
                /** Format: date-time */
                from: string;
                items: number;
                n: number;
                negativeShare: number | null;
                netTone: number | null;
                query: string;
                /** Format: date-time */
                to: string;
            };
            hours: 24 | 72;
            issueIds: string[];
            /** Format: date-time */
            measuredAt: string;
            publicationId: string;
            /** Format: date-time */
            publishedAt: string;
            unit: string;
            /** @description items after against items before, 0.25 for a quarter more */
            volumeChange: number | null;
        };
        EffectInput: {
            after: {
                carrying: number;
                carryingShare: number | null;
                /** Format: date-time */
                from: string;
                items: number;
                n: number;
                negativeShare: number | null;
                netTone: number | null;
                query: string;
                /** Format: date-time */
                to: string;
            };
            before: {
                carrying: number;
                carryingShare: number | null;
                /** Format: date-time */
                from: string;
                items: number;
                n: number;
                negativeShare: number | null;
                netTone: number | null;
                query: string;
                /** Format: date-time */
                to: string;
            };
            hours: 24 | 72;
            issueIds: string[];
            /** Format: date-time */
            measuredAt: string;
            publicationId: string;
            /** Format: date-time */
            publishedAt: string;
            unit: string;
            /** @description items after against items before, 0.25 for a quarter more */
            volumeChange: number | null;
        };
        Engagement: {
            activityId: string | null;
            /** Format: date-time */
            at: string;
            attended: number | null;
            by: string;
            /** Format: date-time */
            createdAt: string;
            id: string;
            /** @enum {string} */
            kind: "press_tour" | "gathering" | "webinar" | "focus_group" | "meeting" | "training";
            outcome: string | null;
            place: string;
            stakeholderIds: string[];
            title: string;
            unit: "RI" | string;
            version: number;
        };
        EngagementInput: {
            activityId: string | null;
            /** Format: date-time */
            at: string;
            attended: number | null;
            by: string;
            /** Format: date-time */
            createdAt: string;
            id: string;
            /** @enum {string} */
            kind: "press_tour" | "gathering" | "webinar" | "focus_group" | "meeting" | "training";
            outcome: string | null;
            place: string;
            stakeholderIds: string[];
            title: string;
            unit: "RI" | string;
            version: number;
        };
        Evidence: {
            /** Format: date-time */
            at: string;
            fetchedAt: string | null;
            id: string;
            itemId: string;
            level: ("rendah" | "sedang" | "tinggi" | "kritis") | null;
            parts: {
                bytes: number;
                contentType: string;
                hash: string;
                name: string;
            }[];
            /** @enum {string} */
            reason: "risk" | "issue" | "edit" | "report" | "person";
            url: string | null;
            version: number;
        };
        EvidenceInput: {
            /** Format: date-time */
            at: string;
            fetchedAt: string | null;
            id: string;
            itemId: string;
            level: ("rendah" | "sedang" | "tinggi" | "kritis") | null;
            parts: {
                bytes: number;
                contentType: string;
                hash: string;
                name: string;
            }[];
            /** @enum {string} */
            reason: "risk" | "issue" | "edit" | "report" | "person";
            url: string | null;
            version: number;
        };
        Fact: {
            approvedAt: string | null;
            approver: string | null;
            author: string;
            /** Format: date-time */
            createdAt: string;
            /** @default null */
            headline: string | null;
            id: string;
            /** @default  */
            keywords: string;
            reviewAt: string | null;
            source: {
                /** @default null */
                regulation: string | null;
                title: string;
                /** Format: uri */
                url: string;
            };
            /**
             * @description stale: past its review date; offered to nobody
             * @enum {string}
             */
            state: "draft" | "approved" | "stale" | "withdrawn";
            statement: string;
            /** @enum {string} */
            topic: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            /**
             * @default statement
             * @enum {string}
             */
            use: "statement" | "how_to_check";
            version: number;
            withdrawnAt: string | null;
        };
        /** @description What somebody else checked; never the own verdict */
        FactCheck: {
            checkedAt: string | null;
            checker: string;
            firstAppearedAt: string | null;
            id: string;
            /** Format: date-time */
            importedAt: string;
            kind: ("satire" | "misleading" | "imposter" | "fabricated" | "false_connection" | "false_context" | "manipulated") | null;
            rating: string | null;
            sourceId: string;
            text: string;
            title: string;
            url: string | null;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            version: number;
        };
        /** @description What somebody else checked; never the own verdict */
        FactCheckInput: {
            checkedAt: string | null;
            checker: string;
            firstAppearedAt: string | null;
            id: string;
            /** Format: date-time */
            importedAt: string;
            kind: ("satire" | "misleading" | "imposter" | "fabricated" | "false_connection" | "false_context" | "manipulated") | null;
            rating: string | null;
            sourceId: string;
            text: string;
            title: string;
            url: string | null;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            version: number;
        };
        FactInput: {
            approvedAt: string | null;
            approver: string | null;
            author: string;
            /** Format: date-time */
            createdAt: string;
            /** @default null */
            headline?: string | null;
            id: string;
            /** @default  */
            keywords?: string;
            reviewAt: string | null;
            source: {
                /** @default null */
                regulation?: string | null;
                title: string;
                /** Format: uri */
                url: string;
            };
            /**
             * @description stale: past its review date; offered to nobody
             * @enum {string}
             */
            state: "draft" | "approved" | "stale" | "withdrawn";
            statement: string;
            /** @enum {string} */
            topic: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            /**
             * @default statement
             * @enum {string}
             */
            use?: "statement" | "how_to_check";
            version: number;
            withdrawnAt: string | null;
        };
        Handover: {
            answer: string | null;
            answeredAt: string | null;
            answeredBy: string | null;
            /** Format: date-time */
            at: string;
            by: string;
            /** Format: date-time */
            dueAt: string;
            from: string;
            id: string;
            isLate: boolean;
            issueId: string;
            issueNumber: string;
            /** @enum {string} */
            kind: "up" | "down" | "sideways";
            /** @enum {string} */
            level: "rendah" | "sedang" | "tinggi" | "kritis";
            reason: string;
            /** @enum {string} */
            state: "open" | "accepted" | "returned" | "withdrawn";
            title: string;
            to: string;
            /** @description why it is urgent, one Indonesian sentence: a unit beside cannot open it yet */
            why: string;
        };
        HandoverInput: {
            answer: string | null;
            answeredAt: string | null;
            answeredBy: string | null;
            /** Format: date-time */
            at: string;
            by: string;
            /** Format: date-time */
            dueAt: string;
            from: string;
            id: string;
            isLate: boolean;
            issueId: string;
            issueNumber: string;
            /** @enum {string} */
            kind: "up" | "down" | "sideways";
            /** @enum {string} */
            level: "rendah" | "sedang" | "tinggi" | "kritis";
            reason: string;
            /** @enum {string} */
            state: "open" | "accepted" | "returned" | "withdrawn";
            title: string;
            to: string;
            /** @description why it is urgent, one Indonesian sentence: a unit beside cannot open it yet */
            why: string;
        };
        Issue: {
            areas: string[];
            counts: {
                criticism: number;
                indicated: number;
                interactions: number;
                items: number;
                negative: number;
                neutral: number;
                positive: number;
                stance: {
                    bertanya: number;
                    membantah: number;
                    memberitakan: number;
                    menyebarkan: number;
                };
                unique: number;
                unrelated: number;
            };
            /** Format: date-time */
            firstAt: string;
            handler?: string;
            id: string;
            /** Format: date-time */
            lastAt: string;
            mergedInto: string | null;
            narrativeId: string | null;
            number: string;
            owner: string | null;
            parentId: string | null;
            personImpact?: {
                by: string;
                reason: string;
                value: number;
            } | null;
            priority: {
                nextStep: string;
                parts: {
                    code: string;
                    evidence: string;
                    value: number;
                }[];
                reason: string;
                score: number;
            };
            risk: {
                impact: number;
                /** @enum {string} */
                level: "rendah" | "sedang" | "tinggi" | "kritis";
                likelihood: number;
                parts: {
                    code: string;
                    evidence: string;
                    value: number;
                }[];
                score: number;
            };
            sentences: {
                negative: string[];
                neutral: string[];
                positive: string[];
            };
            spread: {
                areas: {
                    [key: string]: number;
                };
                authors: number;
                maxFollowers: number;
                outlets: {
                    [key: string]: number;
                };
                platforms: {
                    [key: string]: number;
                };
            };
            /** @enum {string} */
            state: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
            summary: string;
            title: string;
            /** @enum {string} */
            titleBy: "machine" | "person";
            /** @enum {string} */
            topic: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
            unit: string;
            /** @enum {string} */
            verdict: "belum_diperiksa" | "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti";
            version: number;
            /** @enum {string} */
            visibility?: "own" | "below";
        };
        IssueDigest: {
            /** @description the first item known */
            first: {
                at: string | null;
                itemId: string | null;
                outlet: string | null;
                text: string;
                url: string | null;
            } | null;
            /** @description public accounts only */
            keyAccounts: {
                /** Format: date-time */
                firstAt: string;
                followers: number;
                interactions: number;
                items: number;
                /** @enum {string} */
                kind: "outlet" | "official" | "public";
                name: string;
                /** @enum {string} */
                platform: "news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other";
                unique: number;
            }[];
            /** @description items looked at: all of them */
            read: number;
            sentences: {
                negative: {
                    at: string | null;
                    itemId: string | null;
                    outlet: string | null;
                    text: string;
                    url: string | null;
                }[];
                neutral: {
                    at: string | null;
                    itemId: string | null;
                    outlet: string | null;
                    text: string;
                    url: string | null;
                }[];
                positive: {
                    at: string | null;
                    itemId: string | null;
                    outlet: string | null;
                    text: string;
                    url: string | null;
                }[];
            };
            spread: {
                areas: {
                    [key: string]: number;
                };
                authors: number;
                maxFollowers: number;
                outlets: {
                    [key: string]: number;
                };
                platforms: {
                    [key: string]: number;
                };
            };
            /** @description the paragraph sentence by sentence, each with its source */
            summary: {
                at: string | null;
                itemId: string | null;
                outlet: string | null;
                text: string;
                url: string | null;
            }[];
            title: string;
        };
        IssueDigestInput: {
            /** @description the first item known */
            first: {
                at: string | null;
                itemId: string | null;
                outlet: string | null;
                text: string;
                url: string | null;
            } | null;
            /** @description public accounts only */
            keyAccounts: {
                /** Format: date-time */
                firstAt: string;
                followers: number;
                interactions: number;
                items: number;
                /** @enum {string} */
                kind: "outlet" | "official" | "public";
                name: string;
                /** @enum {string} */
                platform: "news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other";
                unique: number;
            }[];
            /** @description items looked at: all of them */
            read: number;
            sentences: {
                negative: {
                    at: string | null;
                    itemId: string | null;
                    outlet: string | null;
                    text: string;
                    url: string | null;
                }[];
                neutral: {
                    at: string | null;
                    itemId: string | null;
                    outlet: string | null;
                    text: string;
                    url: string | null;
                }[];
                positive: {
                    at: string | null;
                    itemId: string | null;
                    outlet: string | null;
                    text: string;
                    url: string | null;
                }[];
            };
            spread: {
                areas: {
                    [key: string]: number;
                };
                authors: number;
                maxFollowers: number;
                outlets: {
                    [key: string]: number;
                };
                platforms: {
                    [key: string]: number;
                };
            };
            /** @description the paragraph sentence by sentence, each with its source */
            summary: {
                at: string | null;
                itemId: string | null;
                outlet: string | null;
                text: string;
                url: string | null;
            }[];
            title: string;
        };
        IssueGlance: {
            /** @description the target that is owed next; null when nothing is owed */
            clock: {
                /** @description null while the clock is paused without an end */
                dueAt: string | null;
                /** @description what an officer calls the step */
                name: string;
                /** @description of the running time that has passed; over 1 is late */
                share: number;
                /** Format: date-time */
                startedAt: string;
                /** @enum {string} */
                state: "late" | "at_risk" | "running" | "paused";
                /** @enum {string} */
                step: "triage" | "holding" | "clarification" | "update";
            } | null;
            /** @description id */
            issue: string;
            ownerName: string | null;
            /** @description items in each bucket, oldest first, the last one ends now */
            spark: number[];
        };
        IssueGlanceInput: {
            /** @description the target that is owed next; null when nothing is owed */
            clock: {
                /** @description null while the clock is paused without an end */
                dueAt: string | null;
                /** @description what an officer calls the step */
                name: string;
                /** @description of the running time that has passed; over 1 is late */
                share: number;
                /** Format: date-time */
                startedAt: string;
                /** @enum {string} */
                state: "late" | "at_risk" | "running" | "paused";
                /** @enum {string} */
                step: "triage" | "holding" | "clarification" | "update";
            } | null;
            /** @description id */
            issue: string;
            ownerName: string | null;
            /** @description items in each bucket, oldest first, the last one ends now */
            spark: number[];
        };
        IssueInput: {
            areas: string[];
            counts: {
                criticism: number;
                indicated: number;
                interactions: number;
                items: number;
                negative: number;
                neutral: number;
                positive: number;
                stance: {
                    bertanya: number;
                    membantah: number;
                    memberitakan: number;
                    menyebarkan: number;
                };
                unique: number;
                unrelated: number;
            };
            /** Format: date-time */
            firstAt: string;
            handler?: string;
            id: string;
            /** Format: date-time */
            lastAt: string;
            mergedInto: string | null;
            narrativeId: string | null;
            number: string;
            owner: string | null;
            parentId: string | null;
            personImpact?: {
                by: string;
                reason: string;
                value: number;
            } | null;
            priority: {
                nextStep: string;
                parts: {
                    code: string;
                    evidence: string;
                    value: number;
                }[];
                reason: string;
                score: number;
            };
            risk: {
                impact: number;
                /** @enum {string} */
                level: "rendah" | "sedang" | "tinggi" | "kritis";
                likelihood: number;
                parts: {
                    code: string;
                    evidence: string;
                    value: number;
                }[];
                score: number;
            };
            sentences: {
                negative: string[];
                neutral: string[];
                positive: string[];
            };
            spread: {
                areas: {
                    [key: string]: number;
                };
                authors: number;
                maxFollowers: number;
                outlets: {
                    [key: string]: number;
                };
                platforms: {
                    [key: string]: number;
                };
            };
            /** @enum {string} */
            state: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
            summary: string;
            title: string;
            /** @enum {string} */
            titleBy: "machine" | "person";
            /** @enum {string} */
            topic: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
            unit: string;
            /** @enum {string} */
            verdict: "belum_diperiksa" | "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti";
            version: number;
            /** @enum {string} */
            visibility?: "own" | "below";
        };
        IssueNote: {
            /** Format: date-time */
            at: string;
            by: string;
            id: string;
            issueId: string;
            mentions: string[];
            text: string;
        };
        IssueNoteInput: {
            /** Format: date-time */
            at: string;
            by: string;
            id: string;
            issueId: string;
            mentions: string[];
            text: string;
        };
        Item: {
            author: string | null;
            /** @enum {string} */
            authorKind: "outlet" | "official" | "public" | "private";
            /** Format: date-time */
            collectedAt: string;
            duplicateOf: string | null;
            id: string;
            issueId: string | null;
            labels: {
                abusive: boolean;
                criticism: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by: "machine" | "person";
                    confidence: number;
                    value: boolean;
                    words: string[];
                };
                entities: {
                    /** @enum {string} */
                    kind: "institution" | "office" | "party" | "system" | "role";
                    name: string;
                }[];
                indication: {
                    raised: boolean;
                    reasons: {
                        code: string;
                        weight: number;
                        words: string[];
                    }[];
                    score: number;
                };
                language: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by: "machine" | "person";
                    confidence: number;
                    /** @enum {string} */
                    value: "id" | "jv" | "su" | "ms" | "en" | "mixed" | "unsure";
                    words: string[];
                };
                places: {
                    code: string;
                    /** @enum {string} */
                    from: "text" | "outlet";
                    words: string[];
                }[];
                stance: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by: "machine" | "person";
                    confidence: number;
                    /** @enum {string} */
                    value: "none" | "menyebarkan" | "membantah" | "bertanya" | "memberitakan";
                    words: string[];
                };
                target: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by: "machine" | "person";
                    confidence: number;
                    unit: string | null;
                    value: boolean;
                    words: string[];
                };
                textTone: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by: "machine" | "person";
                    confidence: number;
                    /** @enum {string} */
                    value: "positive" | "neutral" | "negative";
                    words: string[];
                };
                tone: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by: "machine" | "person";
                    confidence: number;
                    needsReview: boolean;
                    /** @enum {string} */
                    value: "positive" | "neutral" | "negative" | "unrelated";
                    words: string[];
                };
                topic: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by: "machine" | "person";
                    confidence: number;
                    /** @enum {string} */
                    value: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
                    words: string[];
                };
            };
            linkedAt: string | null;
            metrics: {
                /** @default 0 */
                followers: number;
                /** @default 0 */
                likes: number;
                /** @default 0 */
                replies: number;
                /** @default 0 */
                shares: number;
                /** @default 0 */
                views: number;
            };
            nativeId: string;
            outlet: string | null;
            /** @enum {string} */
            platform: "news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other";
            /** Format: date-time */
            publishedAt: string;
            sourceId: string;
            storyId: string | null;
            text: string;
            title: string | null;
            url: string | null;
            /** @default 1 */
            version: number;
        };
        ItemInput: {
            author: string | null;
            /** @enum {string} */
            authorKind: "outlet" | "official" | "public" | "private";
            /** Format: date-time */
            collectedAt: string;
            duplicateOf: string | null;
            id: string;
            issueId: string | null;
            labels: {
                abusive: boolean;
                criticism: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by?: "machine" | "person";
                    confidence: number;
                    value: boolean;
                    words: string[];
                };
                entities: {
                    /** @enum {string} */
                    kind: "institution" | "office" | "party" | "system" | "role";
                    name: string;
                }[];
                indication: {
                    raised: boolean;
                    reasons: {
                        code: string;
                        weight: number;
                        words: string[];
                    }[];
                    score: number;
                };
                language: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by?: "machine" | "person";
                    confidence: number;
                    /** @enum {string} */
                    value: "id" | "jv" | "su" | "ms" | "en" | "mixed" | "unsure";
                    words: string[];
                };
                places: {
                    code: string;
                    /** @enum {string} */
                    from: "text" | "outlet";
                    words: string[];
                }[];
                stance: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by?: "machine" | "person";
                    confidence: number;
                    /** @enum {string} */
                    value: "none" | "menyebarkan" | "membantah" | "bertanya" | "memberitakan";
                    words: string[];
                };
                target: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by?: "machine" | "person";
                    confidence: number;
                    unit: string | null;
                    value: boolean;
                    words: string[];
                };
                textTone: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by?: "machine" | "person";
                    confidence: number;
                    /** @enum {string} */
                    value: "positive" | "neutral" | "negative";
                    words: string[];
                };
                tone: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by?: "machine" | "person";
                    confidence: number;
                    needsReview: boolean;
                    /** @enum {string} */
                    value: "positive" | "neutral" | "negative" | "unrelated";
                    words: string[];
                };
                topic: {
                    /**
                     * @default machine
                     * @enum {string}
                     */
                    by?: "machine" | "person";
                    confidence: number;
                    /** @enum {string} */
                    value: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
                    words: string[];
                };
            };
            linkedAt: string | null;
            metrics: {
                /** @default 0 */
                followers?: number;
                /** @default 0 */
                likes?: number;
                /** @default 0 */
                replies?: number;
                /** @default 0 */
                shares?: number;
                /** @default 0 */
                views?: number;
            };
            nativeId: string;
            outlet: string | null;
            /** @enum {string} */
            platform: "news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other";
            /** Format: date-time */
            publishedAt: string;
            sourceId: string;
            storyId: string | null;
            text: string;
            title: string | null;
            url: string | null;
            /** @default 1 */
            version?: number;
        };
        KnowledgeEntry: {
            checker: string | null;
            id: string;
            /** @enum {string} */
            kind: "claim" | "fact_check";
            /** @description null for a fact-check: it is somebody else’s */
            state: ("unchecked" | "checked" | "approved" | "stale" | "withdrawn") | null;
            text: string;
            url: string | null;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
        };
        KnowledgeEntryInput: {
            checker: string | null;
            id: string;
            /** @enum {string} */
            kind: "claim" | "fact_check";
            /** @description null for a fact-check: it is somebody else’s */
            state: ("unchecked" | "checked" | "approved" | "stale" | "withdrawn") | null;
            text: string;
            url: string | null;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
        };
        /** @description What a person said of an item, beside what the machine had said */
        Label: {
            /** Format: date-time */
            at: string;
            by: string;
            id: string;
            itemId: string;
            itemVersion: number;
            reason: string;
            said: {
                areas: string[];
                criticism: boolean;
                /** @enum {string} */
                language: "id" | "jv" | "su" | "ms" | "en" | "mixed" | "unsure";
                needsReview: boolean;
                /** @enum {string} */
                stance: "none" | "menyebarkan" | "membantah" | "bertanya" | "memberitakan";
                target: boolean;
                /** @enum {string} */
                tone: "positive" | "neutral" | "negative" | "unrelated";
                toneConfidence: number;
                /** @enum {string} */
                topic: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
            };
            values: {
                areas?: string[];
                criticism?: boolean;
                /** @enum {string} */
                language?: "id" | "jv" | "su" | "ms" | "en" | "mixed";
                /** @enum {string} */
                stance?: "none" | "menyebarkan" | "membantah" | "bertanya" | "memberitakan";
                target?: boolean;
                /** @enum {string} */
                tone?: "positive" | "neutral" | "negative" | "unrelated";
                /** @enum {string} */
                topic?: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
            };
        };
        /** @description What a person said of an item, beside what the machine had said */
        LabelInput: {
            /** Format: date-time */
            at: string;
            by: string;
            id: string;
            itemId: string;
            itemVersion: number;
            reason: string;
            said: {
                areas: string[];
                criticism: boolean;
                /** @enum {string} */
                language: "id" | "jv" | "su" | "ms" | "en" | "mixed" | "unsure";
                needsReview: boolean;
                /** @enum {string} */
                stance: "none" | "menyebarkan" | "membantah" | "bertanya" | "memberitakan";
                target: boolean;
                /** @enum {string} */
                tone: "positive" | "neutral" | "negative" | "unrelated";
                toneConfidence: number;
                /** @enum {string} */
                topic: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
            };
            values: {
                areas?: string[];
                criticism?: boolean;
                /** @enum {string} */
                language?: "id" | "jv" | "su" | "ms" | "en" | "mixed";
                /** @enum {string} */
                stance?: "none" | "menyebarkan" | "membantah" | "bertanya" | "memberitakan";
                target?: boolean;
                /** @enum {string} */
                tone?: "positive" | "neutral" | "negative" | "unrelated";
                /** @enum {string} */
                topic?: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
            };
        };
        LintFinding: {
            code: string;
            end: number;
            /** @description in Indonesian, with what to do */
            message: string;
            /**
             * @description an error stands against handing in and approving
             * @enum {string}
             */
            severity: "error" | "warn";
            /** @description place in the plain text, UTF-16 units; both 0 where it is about the whole */
            start: number;
        };
        LintFindingInput: {
            code: string;
            end: number;
            /** @description in Indonesian, with what to do */
            message: string;
            /**
             * @description an error stands against handing in and approving
             * @enum {string}
             */
            severity: "error" | "warn";
            /** @description place in the plain text, UTF-16 units; both 0 where it is about the whole */
            start: number;
        };
        /** @description A named claim or frame that returns; never expires */
        Narrative: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            description: string;
            examples: string[];
            id: string;
            impact?: number | null;
            name: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /** @description A named claim or frame that returns; never expires */
        NarrativeInput: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            description: string;
            examples: string[];
            id: string;
            impact?: number | null;
            name: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        NewSource: {
            /** @description code of the outlet's home, e.g. 35.73 */
            area?: string;
            intervalMinutes?: number;
            kind?: string;
            name?: string;
            outlet?: string;
            /** @description what this kind of source needs */
            settings?: {
                [key: string]: unknown;
            };
            /** @description national 3, regional 2, local 1 */
            tier?: number;
            url: string;
        };
        NewSourceInput: {
            /** @description code of the outlet's home, e.g. 35.73 */
            area?: string;
            intervalMinutes?: number;
            kind?: string;
            name?: string;
            outlet?: string;
            /** @description what this kind of source needs */
            settings?: {
                [key: string]: unknown;
            };
            /** @description national 3, regional 2, local 1 */
            tier?: number;
            url: string;
        };
        Notice: {
            /** Format: date-time */
            at: string;
            id: string;
            issueId: string;
            /** @enum {string} */
            kind: "mention" | "assigned" | "nudge" | "handover" | "handover_answered" | "handover_late" | "merged";
            readAt: string | null;
            text: string;
        };
        NoticeInput: {
            /** Format: date-time */
            at: string;
            id: string;
            issueId: string;
            /** @enum {string} */
            kind: "mention" | "assigned" | "nudge" | "handover" | "handover_answered" | "handover_late" | "merged";
            readAt: string | null;
            text: string;
        };
        Problem: {
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            hint?: string;
            requestId?: string;
            status: number;
            title: string;
            type: string;
        };
        ProblemInput: {
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            hint?: string;
            requestId?: string;
            status: number;
            title: string;
            type: string;
        };
        Publication: {
            answerId: string;
            answerVersion: number;
            approver: string;
            claimId: string | null;
            claimSaid: string | null;
            code: string;
            firstAppearedAt: string | null;
            id: string;
            issueId: string | null;
            /** @enum {string} */
            kind: "holding" | "denial" | "correction" | "admission" | "reply";
            /** @description neither withdrawn nor past its review date */
            mayBePassedOn: boolean;
            notices: {
                /** Format: date-time */
                at: string;
                by: string;
                /** @enum {string} */
                kind: "correction" | "withdrawal";
                text: string;
            }[];
            /** Format: date-time */
            publishedAt: string;
            /** Format: date-time */
            reviewAt: string;
            sources: {
                ref: string;
                regulation: string | null;
                title: string;
                url: string;
            }[];
            /** @enum {string} */
            state: "live" | "withdrawn";
            summary: string;
            texts: {
                blocks: {
                    heading: string | null;
                    /** @enum {string} */
                    role: "fact" | "warning" | "why" | "fact_again" | "check" | "lead" | "body" | "question" | "point" | "scene" | "closing" | "source";
                    sentences: {
                        from: string[];
                        text: string;
                    }[];
                }[];
                /** @enum {string} */
                channel: "web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points";
                /** @enum {string} */
                origin: "rules" | "person" | "model";
                takenOverBy: string | null;
                title: {
                    from: string[];
                    text: string;
                } | null;
            }[];
            title: string;
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            url: string;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            version: number;
        };
        PublicationInput: {
            answerId: string;
            answerVersion: number;
            approver: string;
            claimId: string | null;
            claimSaid: string | null;
            code: string;
            firstAppearedAt: string | null;
            id: string;
            issueId: string | null;
            /** @enum {string} */
            kind: "holding" | "denial" | "correction" | "admission" | "reply";
            /** @description neither withdrawn nor past its review date */
            mayBePassedOn: boolean;
            notices: {
                /** Format: date-time */
                at: string;
                by: string;
                /** @enum {string} */
                kind: "correction" | "withdrawal";
                text: string;
            }[];
            /** Format: date-time */
            publishedAt: string;
            /** Format: date-time */
            reviewAt: string;
            sources: {
                ref: string;
                regulation: string | null;
                title: string;
                url: string;
            }[];
            /** @enum {string} */
            state: "live" | "withdrawn";
            summary: string;
            texts: {
                blocks: {
                    heading: string | null;
                    /** @enum {string} */
                    role: "fact" | "warning" | "why" | "fact_again" | "check" | "lead" | "body" | "question" | "point" | "scene" | "closing" | "source";
                    sentences: {
                        from: string[];
                        text: string;
                    }[];
                }[];
                /** @enum {string} */
                channel: "web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points";
                /** @enum {string} */
                origin: "rules" | "person" | "model";
                takenOverBy: string | null;
                title: {
                    from: string[];
                    text: string;
                } | null;
            }[];
            title: string;
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            url: string;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            version: number;
        };
        QualityReport: {
            /** Format: date-time */
            at: string;
            drift: {
                from: string | null;
                items: number;
                shares: {
                    [key: string]: {
                        [key: string]: {
                            now: number;
                            reference: number;
                        };
                    };
                };
                stability: {
                    [key: string]: number;
                };
                to: string | null;
                unknownWords: {
                    now: number;
                    reference: number;
                } | null;
            } | null;
            gold: {
                calibration: {
                    bins: {
                        confidence: number;
                        from: number;
                        n: number;
                        right: number;
                        to: number;
                    }[];
                    ece: number;
                    n: number;
                    reviewShare: number;
                    rightElsewhere: number;
                    rightInReview: number;
                };
                confusion: {
                    stance: {
                        classes: string[];
                        counts: number[][];
                    };
                    tone: {
                        classes: string[];
                        counts: number[][];
                    };
                    topic: {
                        classes: string[];
                        counts: number[][];
                    };
                };
                /** @description target F1, tone macro-F1, …; a label that nobody gave is left out */
                figures: {
                    [key: string]: {
                        high: number;
                        /** @description 95 % bootstrap interval */
                        low: number;
                        value: number;
                    };
                };
                n: number;
            } | null;
            model: {
                bytes: number;
                name: string;
                sha256: string;
            } | null;
            people: {
                all: {
                    calibration: {
                        bins: {
                            confidence: number;
                            from: number;
                            n: number;
                            right: number;
                            to: number;
                        }[];
                        ece: number;
                        n: number;
                        reviewShare: number;
                        rightElsewhere: number;
                        rightInReview: number;
                    };
                    confusion: {
                        stance: {
                            classes: string[];
                            counts: number[][];
                        };
                        tone: {
                            classes: string[];
                            counts: number[][];
                        };
                        topic: {
                            classes: string[];
                            counts: number[][];
                        };
                    };
                    /** @description target F1, tone macro-F1, …; a label that nobody gave is left out */
                    figures: {
                        [key: string]: {
                            high: number;
                            /** @description 95 % bootstrap interval */
                            low: number;
                            value: number;
                        };
                    };
                    n: number;
                } | null;
                disputed: number;
                items: number;
                kappa: {
                    [key: string]: {
                        kappa: number;
                        pairs: number;
                    };
                };
                labels: number;
                months: {
                    month: string;
                    report: {
                        calibration: {
                            bins: {
                                confidence: number;
                                from: number;
                                n: number;
                                right: number;
                                to: number;
                            }[];
                            ece: number;
                            n: number;
                            reviewShare: number;
                            rightElsewhere: number;
                            rightInReview: number;
                        };
                        confusion: {
                            stance: {
                                classes: string[];
                                counts: number[][];
                            };
                            tone: {
                                classes: string[];
                                counts: number[][];
                            };
                            topic: {
                                classes: string[];
                                counts: number[][];
                            };
                        };
                        /** @description target F1, tone macro-F1, …; a label that nobody gave is left out */
                        figures: {
                            [key: string]: {
                                high: number;
                                /** @description 95 % bootstrap interval */
                                low: number;
                                value: number;
                            };
                        };
                        n: number;
                    };
                }[];
                note: string;
                persons: number;
            };
        };
        QualityReportInput: {
            /** Format: date-time */
            at: string;
            drift: {
                from: string | null;
                items: number;
                shares: {
                    [key: string]: {
                        [key: string]: {
                            now: number;
                            reference: number;
                        };
                    };
                };
                stability: {
                    [key: string]: number;
                };
                to: string | null;
                unknownWords: {
                    now: number;
                    reference: number;
                } | null;
            } | null;
            gold: {
                calibration: {
                    bins: {
                        confidence: number;
                        from: number;
                        n: number;
                        right: number;
                        to: number;
                    }[];
                    ece: number;
                    n: number;
                    reviewShare: number;
                    rightElsewhere: number;
                    rightInReview: number;
                };
                confusion: {
                    stance: {
                        classes: string[];
                        counts: number[][];
                    };
                    tone: {
                        classes: string[];
                        counts: number[][];
                    };
                    topic: {
                        classes: string[];
                        counts: number[][];
                    };
                };
                /** @description target F1, tone macro-F1, …; a label that nobody gave is left out */
                figures: {
                    [key: string]: {
                        high: number;
                        /** @description 95 % bootstrap interval */
                        low: number;
                        value: number;
                    };
                };
                n: number;
            } | null;
            model: {
                bytes: number;
                name: string;
                sha256: string;
            } | null;
            people: {
                all: {
                    calibration: {
                        bins: {
                            confidence: number;
                            from: number;
                            n: number;
                            right: number;
                            to: number;
                        }[];
                        ece: number;
                        n: number;
                        reviewShare: number;
                        rightElsewhere: number;
                        rightInReview: number;
                    };
                    confusion: {
                        stance: {
                            classes: string[];
                            counts: number[][];
                        };
                        tone: {
                            classes: string[];
                            counts: number[][];
                        };
                        topic: {
                            classes: string[];
                            counts: number[][];
                        };
                    };
                    /** @description target F1, tone macro-F1, …; a label that nobody gave is left out */
                    figures: {
                        [key: string]: {
                            high: number;
                            /** @description 95 % bootstrap interval */
                            low: number;
                            value: number;
                        };
                    };
                    n: number;
                } | null;
                disputed: number;
                items: number;
                kappa: {
                    [key: string]: {
                        kappa: number;
                        pairs: number;
                    };
                };
                labels: number;
                months: {
                    month: string;
                    report: {
                        calibration: {
                            bins: {
                                confidence: number;
                                from: number;
                                n: number;
                                right: number;
                                to: number;
                            }[];
                            ece: number;
                            n: number;
                            reviewShare: number;
                            rightElsewhere: number;
                            rightInReview: number;
                        };
                        confusion: {
                            stance: {
                                classes: string[];
                                counts: number[][];
                            };
                            tone: {
                                classes: string[];
                                counts: number[][];
                            };
                            topic: {
                                classes: string[];
                                counts: number[][];
                            };
                        };
                        /** @description target F1, tone macro-F1, …; a label that nobody gave is left out */
                        figures: {
                            [key: string]: {
                                high: number;
                                /** @description 95 % bootstrap interval */
                                low: number;
                                value: number;
                            };
                        };
                        n: number;
                    };
                }[];
                note: string;
                persons: number;
            };
        };
        Receipt: {
            alertId: string | null;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            channel: "email" | "telegram" | "whatsapp" | "web_push" | "webhook" | "in_app";
            deliveryId: string;
            escalatedFrom: string | null;
            /** @enum {string} */
            kind: "alert" | "digest" | "test" | "reminder" | "issue" | "campaign";
            possibleDoubles: number;
            providerId: string | null;
            reason: string | null;
            recipientId: string;
            /** @description null for partners, and for who is in the list no longer */
            recipientName: string | null;
            /** @enum {string} */
            state: "queued" | "sent" | "delivered" | "read" | "failed";
            tries: number;
            unit: string;
        };
        ReceiptInput: {
            alertId: string | null;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            channel: "email" | "telegram" | "whatsapp" | "web_push" | "webhook" | "in_app";
            deliveryId: string;
            escalatedFrom: string | null;
            /** @enum {string} */
            kind: "alert" | "digest" | "test" | "reminder" | "issue" | "campaign";
            possibleDoubles: number;
            providerId: string | null;
            reason: string | null;
            recipientId: string;
            /** @description null for partners, and for who is in the list no longer */
            recipientName: string | null;
            /** @enum {string} */
            state: "queued" | "sent" | "delivered" | "read" | "failed";
            tries: number;
            unit: string;
        };
        Recipient: {
            /** @default true */
            active: boolean;
            /** @default false */
            below: boolean;
            contacts: {
                address: string;
                /** @enum {string} */
                channel: "email" | "telegram" | "whatsapp" | "web_push" | "webhook" | "in_app";
                optedInAt: string | null;
                optedOutAt: string | null;
                secrets: number;
            }[];
            /** @default true */
            digest: boolean;
            id: string;
            /**
             * @default [
             *       "rendah",
             *       "sedang",
             *       "tinggi",
             *       "kritis"
             *     ]
             */
            levels: ("rendah" | "sedang" | "tinggi" | "kritis")[];
            name: string;
            /** @default null */
            quiet: {
                from: string;
                to: string;
            } | null;
            /**
             * @default sedang
             * @enum {string}
             */
            sensitivity: "rendah" | "sedang" | "tinggi";
            unit: "RI" | string;
            units: ("RI" | string)[];
        };
        RecipientInput: {
            /** @default true */
            active?: boolean;
            /** @default false */
            below?: boolean;
            contacts: {
                address: string;
                /** @enum {string} */
                channel: "email" | "telegram" | "whatsapp" | "web_push" | "webhook" | "in_app";
                optedInAt: string | null;
                optedOutAt: string | null;
                secrets: number;
            }[];
            /** @default true */
            digest?: boolean;
            id: string;
            /**
             * @default [
             *       "rendah",
             *       "sedang",
             *       "tinggi",
             *       "kritis"
             *     ]
             */
            levels?: ("rendah" | "sedang" | "tinggi" | "kritis")[];
            name: string;
            /** @default null */
            quiet?: {
                from: string;
                to: string;
            } | null;
            /**
             * @default sedang
             * @enum {string}
             */
            sensitivity?: "rendah" | "sedang" | "tinggi";
            unit: "RI" | string;
            units: ("RI" | string)[];
        };
        Referral: {
            approvedAt: string | null;
            approver: string | null;
            claimId: string;
            grounds: string;
            id: string;
            issueId: string;
            itemIds: string[];
            platform: string | null;
            receipt: string | null;
            /** Format: date-time */
            requestedAt: string;
            requestedBy: string;
            sentAt: string | null;
            /** @enum {string} */
            state: "draft" | "approved" | "sent" | "cancelled";
            /** @enum {string} */
            to: "bawaslu" | "platform" | "legal";
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            version: number;
        };
        ReferralInput: {
            approvedAt: string | null;
            approver: string | null;
            claimId: string;
            grounds: string;
            id: string;
            issueId: string;
            itemIds: string[];
            platform: string | null;
            receipt: string | null;
            /** Format: date-time */
            requestedAt: string;
            requestedBy: string;
            sentAt: string | null;
            /** @enum {string} */
            state: "draft" | "approved" | "sent" | "cancelled";
            /** @enum {string} */
            to: "bawaslu" | "platform" | "legal";
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            version: number;
        };
        RenamedIssue: {
            /** @description takes the title back: POST /v1/acts/:act/undo */
            act: string;
            areas: string[];
            counts: {
                criticism: number;
                indicated: number;
                interactions: number;
                items: number;
                negative: number;
                neutral: number;
                positive: number;
                stance: {
                    bertanya: number;
                    membantah: number;
                    memberitakan: number;
                    menyebarkan: number;
                };
                unique: number;
                unrelated: number;
            };
            /** Format: date-time */
            firstAt: string;
            handler?: string;
            id: string;
            /** Format: date-time */
            lastAt: string;
            mergedInto: string | null;
            narrativeId: string | null;
            number: string;
            owner: string | null;
            parentId: string | null;
            personImpact?: {
                by: string;
                reason: string;
                value: number;
            } | null;
            priority: {
                nextStep: string;
                parts: {
                    code: string;
                    evidence: string;
                    value: number;
                }[];
                reason: string;
                score: number;
            };
            risk: {
                impact: number;
                /** @enum {string} */
                level: "rendah" | "sedang" | "tinggi" | "kritis";
                likelihood: number;
                parts: {
                    code: string;
                    evidence: string;
                    value: number;
                }[];
                score: number;
            };
            sentences: {
                negative: string[];
                neutral: string[];
                positive: string[];
            };
            spread: {
                areas: {
                    [key: string]: number;
                };
                authors: number;
                maxFollowers: number;
                outlets: {
                    [key: string]: number;
                };
                platforms: {
                    [key: string]: number;
                };
            };
            /** @enum {string} */
            state: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
            summary: string;
            title: string;
            /** @enum {string} */
            titleBy: "machine" | "person";
            /** @enum {string} */
            topic: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
            unit: string;
            /** @enum {string} */
            verdict: "belum_diperiksa" | "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti";
            version: number;
            /** @enum {string} */
            visibility?: "own" | "below";
        };
        RenamedIssueInput: {
            /** @description takes the title back: POST /v1/acts/:act/undo */
            act: string;
            areas: string[];
            counts: {
                criticism: number;
                indicated: number;
                interactions: number;
                items: number;
                negative: number;
                neutral: number;
                positive: number;
                stance: {
                    bertanya: number;
                    membantah: number;
                    memberitakan: number;
                    menyebarkan: number;
                };
                unique: number;
                unrelated: number;
            };
            /** Format: date-time */
            firstAt: string;
            handler?: string;
            id: string;
            /** Format: date-time */
            lastAt: string;
            mergedInto: string | null;
            narrativeId: string | null;
            number: string;
            owner: string | null;
            parentId: string | null;
            personImpact?: {
                by: string;
                reason: string;
                value: number;
            } | null;
            priority: {
                nextStep: string;
                parts: {
                    code: string;
                    evidence: string;
                    value: number;
                }[];
                reason: string;
                score: number;
            };
            risk: {
                impact: number;
                /** @enum {string} */
                level: "rendah" | "sedang" | "tinggi" | "kritis";
                likelihood: number;
                parts: {
                    code: string;
                    evidence: string;
                    value: number;
                }[];
                score: number;
            };
            sentences: {
                negative: string[];
                neutral: string[];
                positive: string[];
            };
            spread: {
                areas: {
                    [key: string]: number;
                };
                authors: number;
                maxFollowers: number;
                outlets: {
                    [key: string]: number;
                };
                platforms: {
                    [key: string]: number;
                };
            };
            /** @enum {string} */
            state: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
            summary: string;
            title: string;
            /** @enum {string} */
            titleBy: "machine" | "person";
            /** @enum {string} */
            topic: "logistik" | "dpt" | "sirekap" | "pemungutan suara" | "rekapitulasi" | "pencalonan" | "kampanye" | "anggaran" | "etik" | "sosialisasi" | "keamanan" | "lainnya";
            unit: string;
            /** @enum {string} */
            verdict: "belum_diperiksa" | "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti";
            version: number;
            /** @enum {string} */
            visibility?: "own" | "below";
        };
        ReportRun: {
            by: string;
            error: string | null;
            files: {
                bytes: number;
                name: string;
            }[];
            finishedAt: string | null;
            id: string;
            links: string[];
            request: {
                formats: ("xlsx" | "csv" | "pdf" | "docx" | "html" | "json")[];
                /** @constant */
                kind: "opinion_map";
                span: string;
                unit: string;
            } | {
                filter: {
                    [key: string]: string | number | boolean | string[];
                };
                /** @constant */
                kind: "export";
                unit: string;
                /** @enum {string} */
                what: "items" | "issues" | "claims" | "audit";
            };
            /** Format: date-time */
            requestedAt: string;
            rows: number;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed";
            unit: string;
        };
        ReportRunInput: {
            by: string;
            error: string | null;
            files: {
                bytes: number;
                name: string;
            }[];
            finishedAt: string | null;
            id: string;
            links: string[];
            request: {
                formats: ("xlsx" | "csv" | "pdf" | "docx" | "html" | "json")[];
                /** @constant */
                kind: "opinion_map";
                span: string;
                unit: string;
            } | {
                filter: {
                    [key: string]: string | number | boolean | string[];
                };
                /** @constant */
                kind: "export";
                unit: string;
                /** @enum {string} */
                what: "items" | "issues" | "claims" | "audit";
            };
            /** Format: date-time */
            requestedAt: string;
            rows: number;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed";
            unit: string;
        };
        ResponseChoice: {
            blocked: {
                code: string;
                what: string;
                why: string;
            }[];
            channels: ("web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points")[];
            /**
             * @description of Coombs’ SCCT
             * @enum {string}
             */
            cluster: "victim" | "accidental" | "preventable" | "open";
            isCriticism: boolean;
            /** @enum {string} */
            kind: "holding" | "denial" | "correction" | "admission" | "reply";
            mayAnswerHere: boolean;
            name: string;
            owner: {
                reason: string;
                unit: string;
            };
            referral: {
                advised: boolean;
                allowed: boolean;
                reason: string;
                to: ("bawaslu" | "platform" | "legal")[];
            };
            steps: string[];
            /** @description running time from detection, ms */
            within: {
                clarification: number | null;
                holding: number | null;
                /** @enum {string} */
                level: "rendah" | "sedang" | "tinggi" | "kritis";
            } | null;
        };
        ResponseChoiceInput: {
            blocked: {
                code: string;
                what: string;
                why: string;
            }[];
            channels: ("web" | "press" | "holding" | "whatsapp" | "x" | "caption" | "script" | "qa" | "points")[];
            /**
             * @description of Coombs’ SCCT
             * @enum {string}
             */
            cluster: "victim" | "accidental" | "preventable" | "open";
            isCriticism: boolean;
            /** @enum {string} */
            kind: "holding" | "denial" | "correction" | "admission" | "reply";
            mayAnswerHere: boolean;
            name: string;
            owner: {
                reason: string;
                unit: string;
            };
            referral: {
                advised: boolean;
                allowed: boolean;
                reason: string;
                to: ("bawaslu" | "platform" | "legal")[];
            };
            steps: string[];
            /** @description running time from detection, ms */
            within: {
                clarification: number | null;
                holding: number | null;
                /** @enum {string} */
                level: "rendah" | "sedang" | "tinggi" | "kritis";
            } | null;
        };
        ResponseClock: {
            alwaysRunning: boolean;
            escalations: {
                /** Format: date-time */
                at: string;
                from: string;
                reason: string;
                tell: string[];
                to: string | null;
            }[];
            issue: string;
            /** @enum {string} */
            level: "rendah" | "sedang" | "tinggi" | "kritis";
            /** Format: date-time */
            levelAt: string;
            pauses: {
                by: string;
                /** Format: date-time */
                from: string;
                reason: string;
                to: string | null;
            }[];
            /** Format: date-time */
            startedAt: string;
            targets: {
                doneAt: string | null;
                dueAt: string | null;
                name: string;
                share: number;
                /** @enum {string} */
                state: "met" | "late" | "at_risk" | "running" | "paused";
                /** @enum {string} */
                step: "triage" | "holding" | "clarification" | "update";
            }[];
            unit: string;
            zone: string;
        };
        ResponseClockInput: {
            alwaysRunning: boolean;
            escalations: {
                /** Format: date-time */
                at: string;
                from: string;
                reason: string;
                tell: string[];
                to: string | null;
            }[];
            issue: string;
            /** @enum {string} */
            level: "rendah" | "sedang" | "tinggi" | "kritis";
            /** Format: date-time */
            levelAt: string;
            pauses: {
                by: string;
                /** Format: date-time */
                from: string;
                reason: string;
                to: string | null;
            }[];
            /** Format: date-time */
            startedAt: string;
            targets: {
                doneAt: string | null;
                dueAt: string | null;
                name: string;
                share: number;
                /** @enum {string} */
                state: "met" | "late" | "at_risk" | "running" | "paused";
                /** @enum {string} */
                step: "triage" | "holding" | "clarification" | "update";
            }[];
            unit: string;
            zone: string;
        };
        ShownClaim: {
            approvedAt: string | null;
            approver: string | null;
            areas: string[];
            checkedAt: string | null;
            checker: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            evidence: {
                /** @default null */
                archiveHash: string | null;
                /** @enum {string} */
                tier: "primary" | "secondary";
                title: string;
                /** Format: uri */
                url: string;
            }[];
            explanation: string;
            firstAppearedAt: string | null;
            firstUrl: string | null;
            id: string;
            informationType: ("misinformation" | "disinformation" | "malinformation") | null;
            kind: ("satire" | "misleading" | "imposter" | "fabricated" | "false_connection" | "false_context" | "manipulated") | null;
            reviewAt: string | null;
            sightings: {
                /** @default null */
                archiveHash: string | null;
                at: string | null;
                note: string;
                platform: ("news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other") | null;
                url: string | null;
            }[];
            stage: string | null;
            /**
             * @description stale: approved, but past its review date; not offered
             * @enum {string}
             */
            state: "unchecked" | "checked" | "approved" | "stale" | "withdrawn";
            text: string;
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            url: string | null;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            version: number;
            withdrawnAt: string | null;
        };
        ShownClaimInput: {
            approvedAt: string | null;
            approver: string | null;
            areas: string[];
            checkedAt: string | null;
            checker: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            evidence: {
                /** @default null */
                archiveHash?: string | null;
                /** @enum {string} */
                tier: "primary" | "secondary";
                title: string;
                /** Format: uri */
                url: string;
            }[];
            explanation: string;
            firstAppearedAt: string | null;
            firstUrl: string | null;
            id: string;
            informationType: ("misinformation" | "disinformation" | "malinformation") | null;
            kind: ("satire" | "misleading" | "imposter" | "fabricated" | "false_connection" | "false_context" | "manipulated") | null;
            reviewAt: string | null;
            sightings: {
                /** @default null */
                archiveHash?: string | null;
                at: string | null;
                note: string;
                platform: ("news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other") | null;
                url: string | null;
            }[];
            stage: string | null;
            /**
             * @description stale: approved, but past its review date; not offered
             * @enum {string}
             */
            state: "unchecked" | "checked" | "approved" | "stale" | "withdrawn";
            text: string;
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            url: string | null;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            version: number;
            withdrawnAt: string | null;
        };
        Source: {
            enabled: boolean;
            health: {
                changes: {
                    /** Format: date-time */
                    at: string;
                    /** @enum {string} */
                    state: "well" | "silent" | "flooding" | "failing" | "blocked" | "off";
                }[];
                error: string | null;
                failures: number;
                httpStatus: number | null;
                itemsToday: number;
                itemsUsual: number;
                lastNewItemAt: string | null;
                lastSuccessAt: string | null;
                lastTryAt: string | null;
                nextTryAt: string | null;
                noticeAt: string | null;
                refusals: number;
                /** @enum {string} */
                state: "well" | "silent" | "flooding" | "failing" | "blocked" | "off";
                /** Format: date-time */
                stateSince: string;
            } | null;
            homeArea: string | null;
            id: string;
            intervalMinutes: number;
            /** @enum {string} */
            kind: "feed" | "google_news" | "sitemap" | "page_list" | "mastodon" | "bluesky" | "bluesky_stream" | "telegram" | "youtube" | "x" | "fact_check" | "mail" | "import" | "report";
            name: string;
            outlet: string | null;
            outletTier: number;
            /** @enum {string} */
            platform: "news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other";
            spent: {
                limit: number;
                /** @description the day at Google or the calendar month (UTC) it is counted in */
                period: string;
                /** @enum {string} */
                unit: "unit" | "USD";
                used: number;
            } | null;
            url: string;
        };
        SourceInput: {
            enabled: boolean;
            health: {
                changes: {
                    /** Format: date-time */
                    at: string;
                    /** @enum {string} */
                    state: "well" | "silent" | "flooding" | "failing" | "blocked" | "off";
                }[];
                error: string | null;
                failures: number;
                httpStatus: number | null;
                itemsToday: number;
                itemsUsual: number;
                lastNewItemAt: string | null;
                lastSuccessAt: string | null;
                lastTryAt: string | null;
                nextTryAt: string | null;
                noticeAt: string | null;
                refusals: number;
                /** @enum {string} */
                state: "well" | "silent" | "flooding" | "failing" | "blocked" | "off";
                /** Format: date-time */
                stateSince: string;
            } | null;
            homeArea: string | null;
            id: string;
            intervalMinutes: number;
            /** @enum {string} */
            kind: "feed" | "google_news" | "sitemap" | "page_list" | "mastodon" | "bluesky" | "bluesky_stream" | "telegram" | "youtube" | "x" | "fact_check" | "mail" | "import" | "report";
            name: string;
            outlet: string | null;
            outletTier: number;
            /** @enum {string} */
            platform: "news" | "x" | "facebook" | "instagram" | "tiktok" | "youtube" | "telegram" | "whatsapp" | "mastodon" | "bluesky" | "forum" | "report" | "other";
            spent: {
                limit: number;
                /** @description the day at Google or the calendar month (UTC) it is counted in */
                period: string;
                /** @enum {string} */
                unit: "unit" | "USD";
                used: number;
            } | null;
            url: string;
        };
        SourcePreview: {
            drops: {
                code: string;
                detail: string;
                subject: string;
            }[];
            entries: number;
            /** @description why it cannot be used as it is, in Indonesian */
            error: string | null;
            /** @description feeds that the page names, where it is a page and no feed */
            feeds: string[];
            items: {
                /** Format: date-time */
                publishedAt: string;
                start: string;
                textLength: number;
                title: string | null;
                url: string | null;
            }[];
        };
        SourcePreviewInput: {
            drops: {
                code: string;
                detail: string;
                subject: string;
            }[];
            entries: number;
            /** @description why it cannot be used as it is, in Indonesian */
            error: string | null;
            /** @description feeds that the page names, where it is a page and no feed */
            feeds: string[];
            items: {
                /** Format: date-time */
                publishedAt: string;
                start: string;
                textLength: number;
                title: string | null;
                url: string | null;
            }[];
        };
        Stakeholder: {
            active: boolean;
            agreements: {
                /** Format: date-time */
                expiresAt: string;
                id: string;
                link: string | null;
                number: string;
                /** Format: date-time */
                signedAt: string;
                title: string;
            }[];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            id: string;
            /** @enum {string} */
            kind: "ministry" | "bawaslu" | "dkpp" | "military_police" | "ngo" | "observer" | "party" | "media" | "university" | "platform" | "local_government" | "influencer";
            languages: string[];
            name: string;
            note: string;
            persons: number;
            reachable: number;
            unit: "RI" | string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        StakeholderInput: {
            active: boolean;
            agreements: {
                /** Format: date-time */
                expiresAt: string;
                id: string;
                link: string | null;
                number: string;
                /** Format: date-time */
                signedAt: string;
                title: string;
            }[];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            id: string;
            /** @enum {string} */
            kind: "ministry" | "bawaslu" | "dkpp" | "military_police" | "ngo" | "observer" | "party" | "media" | "university" | "platform" | "local_government" | "influencer";
            languages: string[];
            name: string;
            note: string;
            persons: number;
            reachable: number;
            unit: "RI" | string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        StakeholderPerson: {
            consent: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                how: "form" | "letter" | "agreement" | "event" | "spoken";
                /** @default  */
                note: string;
            } | null;
            contacts: {
                address: string;
                channel: string;
                optedOutAt: string | null;
            }[];
            id: string;
            mayBeWrittenTo: boolean;
            name: string;
            optedOutAt: string | null;
            position: string;
        };
        StakeholderPersonInput: {
            consent: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                how: "form" | "letter" | "agreement" | "event" | "spoken";
                /** @default  */
                note?: string;
            } | null;
            contacts: {
                address: string;
                channel: string;
                optedOutAt: string | null;
            }[];
            id: string;
            mayBeWrittenTo: boolean;
            name: string;
            optedOutAt: string | null;
            position: string;
        };
        Status: {
            checks: {
                [key: string]: string;
            };
            /** @description what is not as it should be; empty when all is well */
            degraded: {
                /** @description what it means for people, in Indonesian */
                effect: string;
                /** @enum {string} */
                part: "index" | "records" | "queue" | "work";
                /** @description in the words of the part itself */
                problem: string;
            }[];
            /** @enum {string} */
            status: "ok" | "degraded";
            /** @description jobs by stage; empty while the queue is away */
            work: {
                [key: string]: {
                    active: number;
                    delayed: number;
                    oldestMs: number;
                    quarantined: number;
                    waiting: number;
                };
            };
        };
        StatusInput: {
            checks: {
                [key: string]: string;
            };
            /** @description what is not as it should be; empty when all is well */
            degraded: {
                /** @description what it means for people, in Indonesian */
                effect: string;
                /** @enum {string} */
                part: "index" | "records" | "queue" | "work";
                /** @description in the words of the part itself */
                problem: string;
            }[];
            /** @enum {string} */
            status: "ok" | "degraded";
            /** @description jobs by stage; empty while the queue is away */
            work: {
                [key: string]: {
                    active: number;
                    delayed: number;
                    oldestMs: number;
                    quarantined: number;
                    waiting: number;
                };
            };
        };
        Story: {
            /** Format: date-time */
            firstAt: string;
            id: string;
            issueId: string | null;
            items: number;
            /** Format: date-time */
            lastAt: string;
            title: string;
            unique: number;
        };
        StoryInput: {
            /** Format: date-time */
            firstAt: string;
            id: string;
            issueId: string | null;
            items: number;
            /** Format: date-time */
            lastAt: string;
            title: string;
            unique: number;
        };
        Survey: {
            /** Format: date-time */
            createdAt: string;
            form: string;
            /** Format: date-time */
            from: string;
            id: string;
            open: boolean;
            population: number | null;
            service: string;
            /** Format: date-time */
            to: string;
            unit: string;
        };
        SurveyInput: {
            /** Format: date-time */
            createdAt: string;
            form: string;
            /** Format: date-time */
            from: string;
            id: string;
            open: boolean;
            population: number | null;
            service: string;
            /** Format: date-time */
            to: string;
            unit: string;
        };
        TieredReport: {
            author: string;
            /** Format: date-time */
            createdAt: string;
            figures: {
                key: string;
                label: string;
                query: string | null;
                system: number | null;
                value: number | null;
            }[];
            /** Format: date-time */
            figuresAt: string;
            handedInAt: string | null;
            id: string;
            narrative: {
                [key: string]: string;
            };
            period: string;
            /** @enum {string} */
            state: "draft" | "chair_review" | "province_review" | "national_review" | "accepted";
            steps: {
                actor: string;
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                from: "draft" | "chair_review" | "province_review" | "national_review" | "accepted";
                reason: string | null;
                /** @enum {string} */
                to: "draft" | "chair_review" | "province_review" | "national_review" | "accepted";
            }[];
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        TieredReportInput: {
            author: string;
            /** Format: date-time */
            createdAt: string;
            figures: {
                key: string;
                label: string;
                query: string | null;
                system: number | null;
                value: number | null;
            }[];
            /** Format: date-time */
            figuresAt: string;
            handedInAt: string | null;
            id: string;
            narrative: {
                [key: string]: string;
            };
            period: string;
            /** @enum {string} */
            state: "draft" | "chair_review" | "province_review" | "national_review" | "accepted";
            steps: {
                actor: string;
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                from: "draft" | "chair_review" | "province_review" | "national_review" | "accepted";
                reason: string | null;
                /** @enum {string} */
                to: "draft" | "chair_review" | "province_review" | "national_review" | "accepted";
            }[];
            unit: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        Unit: {
            closed: boolean;
            code: "RI" | string;
            name: string;
            parent: string | null;
            /** @enum {string} */
            tier: "national" | "province" | "regency";
            /** @enum {string} */
            zone: "Asia/Jakarta" | "Asia/Makassar" | "Asia/Jayapura";
        };
        UnitInput: {
            closed: boolean;
            code: "RI" | string;
            name: string;
            parent: string | null;
            /** @enum {string} */
            tier: "national" | "province" | "regency";
            /** @enum {string} */
            zone: "Asia/Jakarta" | "Asia/Makassar" | "Asia/Jayapura";
        };
        User: {
            active: boolean;
            /** Format: date-time */
            createdAt: string;
            email: string;
            grants: {
                /** @enum {string} */
                role: "reader" | "analyst" | "drafter" | "approver" | "head" | "administrator";
                unit: "RI" | string;
            }[];
            id: string;
            name: string;
            signedInAt: string | null;
            version: number;
        };
        UserInput: {
            active: boolean;
            /** Format: date-time */
            createdAt: string;
            email: string;
            grants: {
                /** @enum {string} */
                role: "reader" | "analyst" | "drafter" | "approver" | "head" | "administrator";
                unit: "RI" | string;
            }[];
            id: string;
            name: string;
            signedInAt: string | null;
            version: number;
        };
        Workflow: {
            /** @description what people did beside the steps (merged, named, weighed, tied, linked), newest first */
            acts: {
                /** Format: date-time */
                at: string;
                by: string;
                what: string;
                why: string | null;
            }[];
            /** @description newest first */
            changes: {
                /** Format: date-time */
                at: string;
                by: string;
                /** @enum {string} */
                from: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
                /** @enum {string} */
                to: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
                version: number;
                what: string;
                why: string | null;
            }[];
            claimId: string | null;
            forwardedTo: string | null;
            /** @description the unit that works on it */
            handler: string;
            handovers: components["schemas"]["Handover"][];
            /** @description false: it is only shown to you */
            isMine: boolean;
            /** @description its number */
            issue: string;
            /** @description what most of its posts seem to be; a suggestion for whoever sorts it, null where nothing stands out */
            likelyPath: ("claim" | "criticism" | "question" | "service") | null;
            outcome: string | null;
            owner: string | null;
            ownerSince: string | null;
            path: ("claim" | "criticism" | "question" | "service") | null;
            /** @description names of those who are named by an id here */
            people: {
                [key: string]: string;
            };
            readBy: {
                holder: string;
                /** Format: date-time */
                until: string;
            } | null;
            reply: string | null;
            /** @enum {string} */
            state: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
            stateName: string;
            steps: {
                /** @description why it is closed, in Indonesian */
                blocked: string[];
                label: string;
                needs: {
                    field: string;
                    /** @description Indonesian; shown beside it */
                    rule: string;
                }[];
                /** @description you may take it now, once the fields are filled */
                open: boolean;
                /** @enum {string} */
                permission: "read" | "triage" | "draft" | "approve" | "manage" | "audit";
                /** @enum {string} */
                step: "triage" | "verify" | "draft" | "submit" | "return" | "publish" | "monitor" | "recheck" | "answer" | "forward" | "resort" | "close" | "dismiss" | "reopen";
                /** @enum {string} */
                to: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
            }[];
            unit: string;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            /** @description of the work on it; the ETag to send as If-Match */
            version: number;
            /** @enum {string} */
            visibility: "own" | "below";
        };
        WorkflowInput: {
            /** @description what people did beside the steps (merged, named, weighed, tied, linked), newest first */
            acts: {
                /** Format: date-time */
                at: string;
                by: string;
                what: string;
                why: string | null;
            }[];
            /** @description newest first */
            changes: {
                /** Format: date-time */
                at: string;
                by: string;
                /** @enum {string} */
                from: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
                /** @enum {string} */
                to: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
                version: number;
                what: string;
                why: string | null;
            }[];
            claimId: string | null;
            forwardedTo: string | null;
            /** @description the unit that works on it */
            handler: string;
            handovers: components["schemas"]["HandoverInput"][];
            /** @description false: it is only shown to you */
            isMine: boolean;
            /** @description its number */
            issue: string;
            /** @description what most of its posts seem to be; a suggestion for whoever sorts it, null where nothing stands out */
            likelyPath: ("claim" | "criticism" | "question" | "service") | null;
            outcome: string | null;
            owner: string | null;
            ownerSince: string | null;
            path: ("claim" | "criticism" | "question" | "service") | null;
            /** @description names of those who are named by an id here */
            people: {
                [key: string]: string;
            };
            readBy: {
                holder: string;
                /** Format: date-time */
                until: string;
            } | null;
            reply: string | null;
            /** @enum {string} */
            state: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
            stateName: string;
            steps: {
                /** @description why it is closed, in Indonesian */
                blocked: string[];
                label: string;
                needs: {
                    field: string;
                    /** @description Indonesian; shown beside it */
                    rule: string;
                }[];
                /** @description you may take it now, once the fields are filled */
                open: boolean;
                /** @enum {string} */
                permission: "read" | "triage" | "draft" | "approve" | "manage" | "audit";
                /** @enum {string} */
                step: "triage" | "verify" | "draft" | "submit" | "return" | "publish" | "monitor" | "recheck" | "answer" | "forward" | "resort" | "close" | "dismiss" | "reopen";
                /** @enum {string} */
                to: "new" | "triaged" | "verifying" | "drafting" | "approval" | "published" | "monitored" | "answered" | "forwarded" | "closed" | "dismissed" | "merged";
            }[];
            unit: string;
            /** @enum {string} */
            verdict: "salah" | "menyesatkan" | "sebagian_benar" | "benar" | "belum_terbukti" | "belum_diperiksa";
            /** @description of the work on it; the ETag to send as If-Match */
            version: number;
            /** @enum {string} */
            visibility: "own" | "below";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
