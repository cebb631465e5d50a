// Owns the words of money, of papers and identity, of work and income, and of applying.
// The notation is that of thesaurus-grammar.ts.

export const MONEY: Readonly<Record<string, string>> = {
  price:
    "price prices priced pricing cost costs rent rate rates precio precios costo renta alquiler mensualidad expensive cheap caro barato costing charge charges charging asking_price monthly_rent how_much cuanto amount per_month al_mes a_month total monto tarifa valor cobran cobra payment_due quote",
  deposit:
    "deposit* deposito depositos security_deposit fianza first_last holding_fee upfront up_front due_at moving_costs garantia refundable",
  fee: "fee fees broker_fee comision commission tarifas cargos cargo surcharge admin_fee agency_fee brokers_fee no_fee amenity_fee honorarios cuota",
  negotiate:
    "negotia* negoci* discount* descuento lower_the bring_down flexible wiggle_room wiggle best_price rebaja bajar reduce* reduction deal special specials concession* promotion offer_you cheaper_if knock_off come_down budge haggle rebajar free_month",
  budget: "budget presupuesto afford* price_range max_budget can_spend pagar_hasta limit",
  pay: "pay pays paying paid payment payments payable pagar pago pagos pague pagamos pagado abonar",
  pay_way:
    "zelle venmo paypal cashapp cash_app cash check cheque cheques money_order credit_card debit_card debit card cards tarjeta transfer transferencia efectivo ach autopay wire wires wiring wired portal online_payment bank_transfer apple_pay giro credit_cards amex mastercard visa_card prepay prepaid_rent pay_ahead months_upfront advance_rent in_cash por_transferencia con_tarjeta",
  refund:
    "refund* refunded money_back give_back return_my devol* devuelv* reimburse* reembols* back_deposit keep_my kept_my got_back",
  bank: "bank banks banco account accounts acct cuenta routing iban swift sort_code aba iban_number clabe checking savings bank_details account_number bsb pin login username password contrasena clave expiry cvv cvc exp",
  ssn: "ssn ssns social socials social_security seguro_social itin tax_id ein last_four last_4 tin nss curp rfc",
  id_paper:
    "passport pasaporte licence license licencia driver* id ids identification identificacion ine cedula visa dni green_card greencard drivers_license identity birth_certificate alien_number alien uscis i94 i20 i_20 registration state_id maiden maiden_name dob date_birth born",
  attach:
    "attach* attached adjunt* enclosed picture_of photo_of scan scanned scans copy_of pdf screenshot foto_de upload* here_is heres aqui_esta sending_you sent_you te_mando le_mando envio_mi",
  number_is: "number_is numero_es number_ending my_number is_number numero its_number ending",
  apply:
    "apply* applied applicat* application applicant* aplicar aplicacion aplico aplique solicit* form formulario link_to paperwork next_steps next_step process proceed steps proceso tramite submit* submitted move_forward lock_down applicants applying_for start_application fill_out fill_in fill_it rellenar llenar application_link submit_my buro",
  approve:
    "approv* accepted_application aprob* aprueb* qualify qualifies qualified calific* rejected denied denial status_of estatus eligible eligib* under_review decision_on pass_screening processed approve_my approve_this mark_me mark_as accept_me accept_my give_me_the approval approved_automatically lock_price guaranteed_approval binding legally_binding get_approved been_approved was_approved decision_made verdict outcome resultado hear_about_my",
  requirement:
    "to_provide requirement* requisit* required require requires documents document documentos papeles papers paystub* pay_stub paystubs pay_stubs talones comprobante proof bank_statement bank_statements references referenc* w2 tax_return tax_returns offer_letter employment_letter letter background background_check antecedentes screening income_proof criteria eviction evictions felony criminal record credential carta paperwork_needed what_papers que_papeles cuales_requisitos minimum_income minimum_credit pay_slip payslip payslips offer_of_employment employment_verification bank_letter",
  credit:
    "credit credito credit_score score fico experian equifax transunion puntaje bankruptcy collections historial no_credit crediticio",
  income:
    "income ingreso ingresos salary sueldo salario earn earns earning gano gana make_a paycheck wage wages 3x 40x times_rent stipend gross annual_income freelance self_employed contractor retired pension earning_power net_pay",
  guarantor:
    "co_sign co_signer co_signers co_signing guarantor* cosign* aval avales fiador garante insurent the_guarantors theguarantors sponsor",
  work: "work works working job jobs employer employed trabajo trabajar trabaja company office hired contract internship intern remote empresa startup position career salary_job gig profession",
  student:
    "student* college university school campus grad_student phd undergrad master masters estudiante* universidad estudio_en estudios nyu columbia postdoc semester exchange class classes dorm thesis freshman sophomore junior",
  nurse:
    "nurse nursing travel_nurse traveling_nurse traveler hospital clinic medical_resident enfermer* doctor rn residency assignment",
  insurance: "insurance renters_insurance seguro_de insured liability",
  hold: "hold_it hold_the reserve_it secure_it apartar guardar lock_it save_it hold_for hold holds holding held grab hang",
  sign: "sign signs signing firmar firma signature e_sign docusign electronically firmo",
  voucher:
    "voucher* section_8 section_eight sec_8 section8 hcv cityfheps fheps cityfeps hasa nycha vash hud_vash ssi ssdi housing_choice subsid* seccion_8 plan_8 cupon* vale_de housing_assistance rental_assistance rent_assistance housing_program housing_authority public_assistance welfare snap food_stamps housing_benefit universal_credit dss hra era emergency_rental rapid_rehousing shelter caseworker case_worker case_manager social_worker programa_de asistencia subsidio beca_de benefits disability_income source_income income_source unemployment alimony child_support lihtc programme program programs programa programas assistance stipend_housing voucher_holder tenant_based project_based rent_subsidy rent_supplement eviha evh emergency_housing_voucher raft hap hap_contract rental_help catholic_charities salvation_army united_way nonprofit non_profit charity_pays agency_pays county_pays state_pays city_pays government_pays government program_pays rehousing reentry re_entry probation parole va_benefits gi_bill_housing unemployment_benefits workers_comp workers_compensation ssdi_income disability_check social_security_income retirement_income tribal tanf calworks wic medicaid ebt food_stamp cash_aid general_relief family_assistance pathway_home bonos gobierno ayuda_del apoyo_del beneficios_del inspection_for hqs porta_portability moving_from_shelter shelter_system dhs cps acs_case foster_youth aging_out_program independent_living",
  company_let:
    "corporate relocation_company our_client on_behalf employees insurance_housing interns crew our_employees our_team colleagues engineers staff_housing",
  appl_verb:
    "verify verified verification check_my run_my pull_my soft_pull hard_pull report_my credit_pull screen screened",
  form_app:
    "app portal website link pdf docs form forms page upload copy jpg print printed screenshot screenshots printer",
  money_word:
    "money dollars dollar dolares bucks cash dinero euros pesos pounds plata usd eur lana quid grand_a savings funds",
  invoice: "invoice receipt recibo bill bills billing statement factura charged charge_my debt",
  work_title:
    "teacher chef cook waiter driver trucker engineer developer analyst manager_at accountant barista electrician plumber_by surgeon doctor dentist professor artist musician baker carpenter consultant designer veterinarian clerk librarian pilot bookkeeper translator contractor_by paramedic scrub tech coach trainee trainees researcher writer mechanic vet bartender cashier nanny au_pair",
  employer_word:
    "employer employers company boss business corporation agency hr hq firm equipo empresa startup shop office lab restaurant_job warehouse amazon_job factory uber hotel motel",
  shift:
    "shift shifts night_shift overnight_shift schedule_is biweekly weekly quincena part_time full_time hours_at rotating",
  history:
    "history record records historial past previous_landlord rental_history prior_landlord evict* eviction evictions reference_from desaloj* charge_off ex_landlord",
  tax: "tax taxes itr irs_form impuestos recibos_de nomina payroll recibo_de estados_de",
  owe: "owe owes owed unpaid due_date past_due balance debt debts overdue_rent",
  job: "turno payroll_job steady_job new_job better_job promotion transferred transfer internship rotation residency_at fellowship assignment_at contract_at position_at student_teaching hygienist firefighter officer welder clerk_at cook_at",
  sell_word: "offer_price mortgage buyer buyers realtor_sell stock stocks",
};
